package dev.wrapkey.health;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Subscription;
import java.time.Instant;
import java.util.List;

/**
 * What a survey has found.
 *
 * @param at when it began, on the cloud's clock
 * @param servers all that the account sees
 * @param unseen subscriptions whose servers could not be listed
 */
public record HealthReport(Instant at, List<ServerHealth> servers, List<Unseen> unseen) {

  /** A subscription whose servers could not be listed, and why. */
  public record Unseen(Subscription subscription, CloudFailure failure) {}

  public HealthReport {
    servers = List.copyOf(servers);
    unseen = List.copyOf(unseen);
  }

  /** How many servers there are of an urgency. */
  public long count(Urgency urgency) {
    return servers.stream().filter(each -> each.urgency() == urgency).count();
  }

  /** Whether a server is in trouble, or in what is named. */
  public boolean has(Urgency atLeast) {
    return servers.stream().anyMatch(each -> each.urgency().compareTo(atLeast) <= 0);
  }

  /** Whether everything that Azure demands of every server could be seen. */
  public boolean isCertain() {
    return unseen.isEmpty()
        && servers.stream()
            .flatMap(each -> each.gaps().stream())
            .noneMatch(gap -> gap.urgency() == Urgency.UNKNOWN);
  }

  /** One for each key, the most urgent first. */
  public List<HealthLine> lines() {
    return servers.stream()
        .flatMap(each -> HealthLine.of(each).stream())
        .sorted(HealthLine.BY_URGENCY)
        .toList();
  }
}
