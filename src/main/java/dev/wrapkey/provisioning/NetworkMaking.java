package dev.wrapkey.provisioning;

import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.time.Time;
import java.util.Optional;

/**
 * Makes networks, subnets and zones that a person wants before there is a server, and waits until
 * they are there. What exists is never overwritten: a name that is taken is a failure of kind
 * {@link Kind#NAME_TAKEN}. Blocks; what was accepted goes on in the cloud if it is cancelled.
 */
public final class NetworkMaking {

  /**
   * A subnet to be made.
   *
   * @param id its identifier, within that of its network
   * @param prefix its address range
   * @param delegated whether to delegate it to flexible servers (portal specification NET-11)
   */
  public record SubnetOrder(ResourceId id, String prefix, boolean delegated) {}

  private final Cloud cloud;
  private final Time time;

  /**
   * @param cloud where to make them
   * @param time the clock to wait on
   */
  public NetworkMaking(Cloud cloud, Time time) {
    this.cloud = cloud;
    this.time = time;
  }

  /**
   * Makes a network with one subnet.
   *
   * @param region the network's region
   * @param prefix the network's address range
   * @return the network as it is now
   */
  public VirtualNetwork network(
      String region, String prefix, SubnetOrder subnet, Cancellation cancellation) {
    Work work = work(cancellation);
    ResourceId id = subnet.id().parent();
    refuse(work.call(() -> cloud.networks().find(id)).isPresent(), id);
    work.carryOut(() -> cloud.networks().createNetwork(id, region, prefix));
    return subnet(subnet, cancellation);
  }

  /**
   * Makes a subnet in a network that exists.
   *
   * @return the network as it is now
   */
  public VirtualNetwork subnet(SubnetOrder order, Cancellation cancellation) {
    Work work = work(cancellation);
    ResourceId id = order.id().parent();
    refuse(
        look(work, id).subnets().stream().anyMatch(there -> there.id().equals(order.id())),
        order.id());
    work.carryOut(
        () -> cloud.networks().createSubnet(order.id(), order.prefix(), order.delegated()));
    return look(work, id);
  }

  /** Makes a private DNS zone. */
  public ResourceId zone(ResourceId zone, Cancellation cancellation) {
    work(cancellation).carryOut(() -> cloud.networks().createZone(zone));
    return zone;
  }

  private Work work(Cancellation cancellation) {
    return new Work(time, Retry.Policy.STANDARD, cancellation, event -> {});
  }

  private VirtualNetwork look(Work work, ResourceId network) {
    Optional<VirtualNetwork> found = work.call(() -> cloud.networks().find(network));
    return found.orElseThrow(
        () -> new CloudFailure(Kind.NOT_FOUND, "ResourceNotFound", network.toString(), ""));
  }

  private static void refuse(boolean taken, ResourceId id) {
    if (taken) {
      throw new CloudFailure(
          Kind.NAME_TAKEN,
          "AlreadyExists",
          Phrases.say("provisioning.network.exists", id.name(), id.resourceGroup()),
          "");
    }
  }
}
