package dev.wrapkey.provisioning;

import java.util.List;

/** Subscriptions, regions and resource groups. Failures as in {@link Cloud}. */
public interface Directory {

  /** All subscriptions that are neither disabled nor deleted, by name. */
  List<Subscription> subscriptions();

  /** The physical regions a subscription may use, by display name. */
  List<Region> regions(String subscription);

  /** What can be ordered in a region, as the service tells it. */
  RegionOffer offer(String subscription, String region);

  /** The resource groups of a subscription, by name. */
  List<ResourceGroup> resourceGroups(String subscription);

  /**
   * Who is signed in, as an administrator of a server would be named. The name is empty where the
   * directory does not tell it.
   */
  Plan.Administrator signedIn();

  /** Creates the group, or finds it if it exists in that region already. */
  @Change(
      value = "Microsoft.Resources/subscriptions/resourceGroups/write",
      names = {"subscription", "name", "region"})
  ResourceGroup createResourceGroup(String subscription, String name, String region);
}
