package dev.wrapkey.simulator.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A resource that the practice cloud only stores and shows: a database, a virtual network, a lock …
 *
 * @param id its identifier
 * @param content what the client sent and the service added, as JSON
 * @param created when it was ordered first
 * @param changed when it was ordered last
 * @param from when it can be seen
 * @param until when it is gone, if it is being deleted
 */
public record Item(
    ArmId id,
    String content,
    Instant created,
    Instant changed,
    Instant from,
    @Nullable Instant until) {

  /** Whether a client sees it. */
  public boolean isVisible(Instant now) {
    return !now.isBefore(from) && (until == null || now.isBefore(until));
  }

  /** The same, gone at a moment. */
  public Item goneAt(Instant moment) {
    return new Item(id, content, created, changed, from, moment);
  }
}
