package dev.wrapkey.signin;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.Directory;
import dev.wrapkey.provisioning.Identities;
import dev.wrapkey.provisioning.KeyLife;
import dev.wrapkey.provisioning.KeyStores;
import dev.wrapkey.provisioning.KeyUsers;
import dev.wrapkey.provisioning.Networks;
import dev.wrapkey.provisioning.NewVaults;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Region;
import dev.wrapkey.provisioning.RegionOffer;
import dev.wrapkey.provisioning.ResourceGroup;
import dev.wrapkey.provisioning.Safeguards;
import dev.wrapkey.provisioning.Servers;
import dev.wrapkey.provisioning.StoreLife;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.provisioning.Watch;
import java.util.List;
import java.util.Set;

/**
 * A cloud of which a person wants to see some subscriptions only, as with the portal's directory
 * and subscription filter. What is asked for by its identifier is still found.
 *
 * @param cloud all of it
 * @param subscriptions ids of those that are listed
 */
public record Narrowed(Cloud cloud, Set<String> subscriptions) implements Cloud {

  public Narrowed {
    subscriptions = Set.copyOf(subscriptions);
  }

  @Override
  public Directory directory() {
    return new Chosen(cloud.directory(), subscriptions);
  }

  @Override
  public Identities identities() {
    return cloud.identities();
  }

  @Override
  public KeyStores keyStores() {
    return cloud.keyStores();
  }

  @Override
  public KeyLife keyLife() {
    return cloud.keyLife();
  }

  @Override
  public NewVaults newVaults() {
    return cloud.newVaults();
  }

  @Override
  public KeyUsers keyUsers() {
    return cloud.keyUsers();
  }

  @Override
  public Networks networks() {
    return cloud.networks();
  }

  @Override
  public Safeguards safeguards() {
    return cloud.safeguards();
  }

  @Override
  public StoreLife storeLife() {
    return cloud.storeLife();
  }

  @Override
  public Servers servers() {
    return cloud.servers();
  }

  @Override
  public Watch watch() {
    return cloud.watch();
  }

  private record Chosen(Directory all, Set<String> wanted) implements Directory {

    @Override
    public List<Subscription> subscriptions() {
      return all.subscriptions().stream().filter(each -> wanted.contains(each.id())).toList();
    }

    @Override
    public List<Region> regions(String subscription) {
      return all.regions(subscription);
    }

    @Override
    public RegionOffer offer(String subscription, String region) {
      return all.offer(subscription, region);
    }

    @Override
    public List<ResourceGroup> resourceGroups(String subscription) {
      return all.resourceGroups(subscription);
    }

    @Override
    public Plan.Administrator signedIn() {
      return all.signedIn();
    }

    @Override
    public ResourceGroup createResourceGroup(String subscription, String name, String region) {
      return all.createResourceGroup(subscription, name, region);
    }
  }
}
