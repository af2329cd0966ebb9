package dev.wrapkey.ui.vault;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Directory;
import dev.wrapkey.provisioning.KeyUser;
import dev.wrapkey.provisioning.KeyUsers;
import dev.wrapkey.provisioning.PassingCloud;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Region;
import dev.wrapkey.provisioning.RegionOffer;
import dev.wrapkey.provisioning.ResourceGroup;
import dev.wrapkey.provisioning.Subscription;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A practice cloud in which some answers are other than they would be. */
final class SwayedCloud extends PassingCloud {

  private final Set<String> silent = new HashSet<>();
  private final List<KeyUser> more = new ArrayList<>();
  private boolean empty;
  private boolean shut;

  SwayedCloud(Cloud real) {
    super(real);
  }

  /** Has no subscription. */
  SwayedCloud empty() {
    empty = true;
    return this;
  }

  /** Refuses to list subscriptions, or stops refusing. */
  SwayedCloud shut(boolean on) {
    shut = on;
    return this;
  }

  /** Refuses to tell of the servers of a subscription. */
  SwayedCloud silent(String subscription) {
    silent.add(subscription);
    return this;
  }

  /** Has one more server, in Practice Production. */
  SwayedCloud with(KeyUser user) {
    more.add(user);
    return this;
  }

  private static CloudFailure refusal() {
    return new CloudFailure(
        CloudFailure.Kind.FORBIDDEN, "AuthorizationFailed", "No authorization for this.", "");
  }

  @Override
  public Directory directory() {
    Directory directory = real.directory();
    return new Directory() {
      @Override
      public List<Subscription> subscriptions() {
        if (shut) {
          throw refusal();
        }
        return empty ? List.of() : directory.subscriptions();
      }

      @Override
      public List<Region> regions(String subscription) {
        return directory.regions(subscription);
      }

      @Override
      public List<ResourceGroup> resourceGroups(String subscription) {
        return directory.resourceGroups(subscription);
      }

      @Override
      public RegionOffer offer(String subscription, String region) {
        return directory.offer(subscription, region);
      }

      @Override
      public Plan.Administrator signedIn() {
        return directory.signedIn();
      }

      @Override
      public ResourceGroup createResourceGroup(String subscription, String name, String region) {
        return directory.createResourceGroup(subscription, name, region);
      }
    };
  }

  @Override
  public KeyUsers keyUsers() {
    return subscription -> {
      if (silent.contains(subscription)) {
        throw refusal();
      }
      List<KeyUser> all = new ArrayList<>(real.keyUsers().list(subscription));
      more.stream().filter(u -> u.id().subscription().equals(subscription)).forEach(all::add);
      return all;
    };
  }
}
