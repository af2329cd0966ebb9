package dev.wrapkey.provisioning;

import dev.wrapkey.provisioning.Networks.ZoneLink;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Makes the private DNS zone answer in the network of the server, if the plan asks for it; before
 * the server, which registers its name there.
 */
final class LinkZone implements ProvisioningStep {

  static final String ID = "link-zone";

  private static final String TYPE = ResourceId.PRIVATE_ZONE + "/virtualNetworkLinks";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public boolean isNeeded(StepContext context) {
    return context.plan().networking().privateAccess().filter(Plan.PrivateAccess::link).isPresent();
  }

  @Override
  public void run(StepContext context) {
    Plan.PrivateAccess access = context.plan().networking().privateAccess().orElseThrow();
    ResourceId network = access.subnet().parent();
    List<ZoneLink> links =
        context.work().call(() -> context.cloud().networks().links(access.zone()));
    Optional<ZoneLink> there =
        links.stream().filter(link -> link.network().equals(network)).findFirst();
    if (there.isPresent()) {
      context.claimIfAskedFor(there.get().id());
    } else {
      link(context, new ZoneLink(free(access.zone(), network, links), network));
    }
  }

  private static void link(StepContext context, ZoneLink link) {
    context.work().running(link.id().name());
    context.make(link.id(), () -> context.cloud().networks().link(link));
  }

  // As azure-cli names it; a network of the same name in another group may have taken that.
  private static ResourceId free(ResourceId zone, ResourceId network, List<ZoneLink> links) {
    return IntStream.iterate(1, i -> i + 1)
        .mapToObj(i -> network.name() + "-link" + (i == 1 ? "" : "-" + i))
        .map(
            name ->
                new ResourceId(
                    zone.subscription(), zone.resourceGroup(), TYPE, zone.name() + "/" + name))
        .filter(id -> links.stream().noneMatch(link -> link.id().equals(id)))
        .findFirst()
        .orElseThrow();
  }
}
