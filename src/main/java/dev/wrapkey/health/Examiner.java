package dev.wrapkey.health;

import dev.wrapkey.preflight.Preflight;
import dev.wrapkey.preflight.Subject;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Region;
import dev.wrapkey.provisioning.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at one server after the other.
 *
 * @param cloud where to look
 * @param reading reads their keys
 * @param preflight holds the rules against them
 * @param cancellation ends it
 */
record Examiner(Cloud cloud, KeyReading reading, Preflight preflight, Cancellation cancellation) {

  /**
   * About a change that nobody wants to make now; and a key is not tried, which would be logged.
   */
  private static final Set<String> NOT_ASKED =
      Set.of("STATE-1", "LOCK-1", "RIGHT-1", "RIGHT-2", "PROOF-1", "CMK-30", "INA-1");

  ServerHealth look(Survey.Found found) {
    Server server = found.server();
    Optional<Region> region = region(server);
    List<KeyHealth> keys = reading.keys(server);
    Foresight foresight = new Foresight(cloud, reading.now());
    List<Needed> needs =
        reading.traces().inherited(server).stream()
            .filter(key -> !isOwn(key, keys))
            .map(key -> new Needed(key, reading.stores().find(key, server.id().subscription())))
            .toList();
    List<Gap> gaps = new ArrayList<>(foresight.state(server));
    if (server.encryption().isCustomerManaged()) {
      gaps.addAll(merged(rules(found, region), foretold(foresight, keys)));
      needs.forEach(each -> foresight.original(each.key()).ifPresent(gaps::add));
    }
    return new ServerHealth(
        server,
        found.subscription(),
        region.map(Region::displayName).orElse(server.region()),
        keys,
        needs,
        gaps);
  }

  private static boolean isOwn(KeyIdentifier needed, List<KeyHealth> keys) {
    return keys.stream()
        .anyMatch(
            own ->
                own.key().equals(needed)
                    || own.key().versionless().equals(needed)
                    || own.standing().inUse().filter(key -> key.id().equals(needed)).isPresent());
  }

  private Optional<Region> region(Server server) {
    try {
      return cloud.directory().regions(server.id().subscription()).stream()
          .filter(each -> each.is(server.region()))
          .findFirst();
    } catch (CloudFailure unreadable) {
      return Optional.empty();
    }
  }

  private List<Gap> rules(Survey.Found found, Optional<Region> region) {
    Subject subject =
        Subject.of(found.server(), found.subscription(), region.flatMap(Region::pair));
    return new Judgement(
            preflight.run(subject, rule -> !NOT_ASKED.contains(rule), _ -> {}, cancellation))
        .gaps();
  }

  private static List<Gap> foretold(Foresight foresight, List<KeyHealth> keys) {
    List<Gap> gaps = new ArrayList<>();
    for (KeyHealth key : keys) {
      gaps.addAll(foresight.ahead(key));
      foresight.deleted(key).ifPresent(gaps::add);
    }
    return gaps;
  }

  /** What is foretold says more than what the same rule says of the same key. */
  private static List<Gap> merged(List<Gap> ruled, List<Gap> foretold) {
    List<Gap> all = new ArrayList<>(foretold);
    ruled.stream()
        .filter(
            gap ->
                foretold.stream()
                    .noneMatch(
                        more -> more.rule().equals(gap.rule()) && more.purpose() == gap.purpose()))
        .forEach(all::add);
    return all;
  }
}
