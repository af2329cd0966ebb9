package dev.wrapkey.ui.waves;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Region;
import dev.wrapkey.provisioning.Subscription;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds the servers with customer-managed keys. Blocks; call it in the background.
 *
 * @param cloud where to look
 */
record Candidates(Cloud cloud) {

  /**
   * Hands over those of each subscription.
   *
   * @throws CloudFailure if a subscription could not be read; the others were handed over
   */
  void fetch(Cancellation cancellation, Consumer<List<Candidate>> page) {
    CloudFailure failure = null;
    List<Subscription> all = cloud.directory().subscriptions();
    Set<String> some =
        cloud
            .servers()
            .whereabouts(all.stream().map(Subscription::id).toList(), cancellation, indexed -> {});
    for (Subscription each : all) {
      cancellation.check();
      if (!some.contains(each.id())) {
        continue;
      }
      try {
        page.accept(of(each));
      } catch (CloudFailure unreadable) {
        failure = unreadable;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private List<Candidate> of(Subscription subscription) {
    List<Region> regions = cloud.directory().regions(subscription.id());
    return cloud.servers().list(subscription.id()).stream()
        .filter(server -> server.encryption().isCustomerManaged())
        .map(
            server ->
                new Candidate(server, subscription.name(), displayed(regions, server.region())))
        .toList();
  }

  private static String displayed(List<Region> regions, String name) {
    return regions.stream()
        .filter(each -> each.is(name))
        .map(Region::displayName)
        .findFirst()
        .orElse(name);
  }
}
