package dev.wrapkey.rotation;

import dev.wrapkey.provisioning.ResourceId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Many servers to rotate. A new version of a key that several of them use is made once; the others
 * get the same.
 *
 * @param orders one a server, in the order in which they shall come
 * @param shape canaries and waves
 */
public record WaveOrder(List<RotationOrder> orders, Shape shape) {

  /**
   * How they are divided up.
   *
   * @param canaries how many go first, before any other
   * @param size how many go at once afterwards
   * @param tolerated how many of a wave may fail before the next is held back; of the canaries none
   */
  public record Shape(int canaries, int size, int tolerated) {

    public Shape {
      if (canaries < 0 || size < 1 || tolerated < 0) {
        throw new IllegalArgumentException("no such waves");
      }
    }

    /** The wave that an order belongs to; 0 is that of the canaries. */
    int waveOf(int index) {
      return index < canaries ? 0 : 1 + (index - canaries) / size;
    }

    int toleratedIn(int wave) {
      return wave == 0 ? 0 : tolerated;
    }
  }

  /**
   * @throws IllegalArgumentException if a server comes twice
   */
  public WaveOrder {
    orders = List.copyOf(orders);
    Set<ResourceId> servers = new HashSet<>();
    for (RotationOrder order : orders) {
      if (!servers.add(order.server())) {
        throw new IllegalArgumentException("twice: " + order.server());
      }
    }
  }
}
