package dev.wrapkey.ui.home;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Region;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.Subscription;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads the servers of all subscriptions: at once what the cloud's index knows, then each
 * subscription that has some as it is now, for an index does not notice that a server has lost its
 * key. Blocks.
 */
final class Gathering {

  private final Cloud cloud;
  private final List<Subscription> all;
  private final Consumer<List<ServerRow>> taker;
  private final SequencedMap<String, List<ServerRow>> rows = new LinkedHashMap<>();
  private final Map<String, String> regions = new HashMap<>();

  /**
   * @param taker is handed everything there is by then, again and again
   */
  Gathering(Cloud cloud, List<Subscription> all, Consumer<List<ServerRow>> taker) {
    this.cloud = cloud;
    this.all = all;
    this.taker = taker;
    all.forEach(each -> rows.put(each.id(), List.of()));
  }

  /**
   * Reads.
   *
   * @throws CloudFailure if a subscription could not be read; the others were handed over
   */
  void run(Cancellation cancellation) {
    CloudFailure failure = null;
    Set<String> some =
        cloud
            .servers()
            .whereabouts(List.copyOf(rows.sequencedKeySet()), cancellation, this::indexed);
    rows.replaceAll((id, known) -> some.contains(id) ? known : List.of());
    for (Subscription each : all) {
      cancellation.check();
      try {
        if (some.contains(each.id())) {
          rows.put(each.id(), rows(each, cloud.servers().list(each.id())));
          tell();
        }
      } catch (CloudFailure unreadable) {
        // What the index says may be old, and nobody can say otherwise.
        rows.put(each.id(), List.of());
        tell();
        failure = unreadable;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private void indexed(List<Server> page) {
    for (Subscription each : all) {
      List<Server> here =
          page.stream()
              .filter(server -> server.id().subscription().equalsIgnoreCase(each.id()))
              .toList();
      if (!here.isEmpty()) {
        List<ServerRow> more = new ArrayList<>(rows.getOrDefault(each.id(), List.of()));
        more.addAll(rows(each, here));
        more.sort(Comparator.comparing(row -> row.server().name(), String.CASE_INSENSITIVE_ORDER));
        rows.put(each.id(), more);
      }
    }
    tell();
  }

  private void tell() {
    taker.accept(rows.values().stream().flatMap(List::stream).toList());
  }

  private List<ServerRow> rows(Subscription subscription, List<Server> servers) {
    return servers.stream()
        .map(
            server ->
                new ServerRow(
                    server, subscription.name(), region(subscription.id(), server.region())))
        .toList();
  }

  // Regions have one name in all subscriptions, but not every subscription has every region.
  private String region(String subscription, String name) {
    if (!regions.containsKey(name)) {
      for (Region each : cloud.directory().regions(subscription)) {
        regions.put(each.name(), each.displayName());
      }
      regions.putIfAbsent(name, name);
    }
    return regions.getOrDefault(name, name);
  }
}
