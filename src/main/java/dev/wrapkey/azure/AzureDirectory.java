package dev.wrapkey.azure;

import com.azure.core.util.Context;
import com.azure.resourcemanager.resources.fluent.models.LocationInner;
import com.azure.resourcemanager.resources.fluent.models.ResourceGroupInner;
import com.azure.resourcemanager.resources.models.RegionType;
import com.azure.resourcemanager.resources.models.SubscriptionState;
import dev.wrapkey.provisioning.Directory;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Region;
import dev.wrapkey.provisioning.RegionOffer;
import dev.wrapkey.provisioning.ResourceGroup;
import dev.wrapkey.provisioning.Subscription;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class AzureDirectory implements Directory {

  // What is late or warned still runs, and can be managed: "Azure subscription states", 2025.
  private static final Set<SubscriptionState> IN_USE =
      Set.of(SubscriptionState.ENABLED, SubscriptionState.WARNED, SubscriptionState.PAST_DUE);

  private final ArmClients clients;
  private final Caller caller;

  AzureDirectory(ArmClients clients, Caller caller) {
    this.clients = clients;
    this.caller = caller;
  }

  @Override
  public List<Subscription> subscriptions() {
    return Pages.all(() -> clients.tenant().subscriptions().list(), s -> s.innerModel()).stream()
        .filter(s -> IN_USE.contains(s.state()))
        .map(s -> new Subscription(s.subscriptionId(), s.displayName()))
        .sorted(Comparator.comparing(Subscription::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  @Override
  public List<Region> regions(String subscription) {
    return Pages.all(
            () ->
                clients
                    .resources(subscription)
                    .subscriptionClient()
                    .getSubscriptions()
                    .listLocations(subscription),
            location -> location)
        .stream()
        .filter(AzureDirectory::isPhysical)
        .map(location -> new Region(location.name(), location.displayName(), pair(location)))
        .sorted(Comparator.comparing(Region::displayName, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  @Override
  public RegionOffer offer(String subscription, String region) {
    return CapabilityReader.read(
        Pages.all(
            () -> clients.postgres(subscription).getLocationBasedCapabilities().execute(region),
            capability -> capability));
  }

  @Override
  public List<ResourceGroup> resourceGroups(String subscription) {
    return Pages.all(
            () -> clients.resources(subscription).serviceClient().getResourceGroups().list(),
            group -> group(subscription, group))
        .stream()
        .sorted(Comparator.comparing(ResourceGroup::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  @Override
  public Plan.Administrator signedIn() {
    return caller.account();
  }

  @Override
  public ResourceGroup createResourceGroup(String subscription, String name, String region) {
    ResourceGroupInner wanted = new ResourceGroupInner();
    wanted.withLocation(region);
    return group(
        subscription,
        AzureFailures.ask(
            () ->
                clients
                    .resources(subscription)
                    .serviceClient()
                    .getResourceGroups()
                    .createOrUpdateWithResponse(name, wanted, Context.NONE)
                    .getValue()));
  }

  private static boolean isPhysical(LocationInner location) {
    return location.metadata() == null
        || location.metadata().regionType() == null
        || RegionType.PHYSICAL.equals(location.metadata().regionType());
  }

  private static Optional<String> pair(LocationInner location) {
    return location.metadata() == null || location.metadata().pairedRegion() == null
        ? Optional.empty()
        : location.metadata().pairedRegion().stream().findFirst().map(pair -> pair.name());
  }

  private static ResourceGroup group(String subscription, ResourceGroupInner group) {
    return new ResourceGroup(subscription, group.name(), Region.shortName(group.location()));
  }
}
