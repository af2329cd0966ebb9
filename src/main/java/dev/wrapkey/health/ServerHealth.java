package dev.wrapkey.health;

import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.Subscription;
import java.util.Comparator;
import java.util.List;

/**
 * A server and its keys.
 *
 * @param server as the cloud describes it
 * @param subscription its subscription
 * @param region the displayed name of its region
 * @param keys none, one or two
 * @param needs further keys that its data is still under since it was restored (CMK-32), as far as
 *     they are known
 * @param gaps what is not as it should be, the worst first
 */
public record ServerHealth(
    Server server,
    Subscription subscription,
    String region,
    List<KeyHealth> keys,
    List<Needed> needs,
    List<Gap> gaps) {

  public ServerHealth {
    keys = List.copyOf(keys);
    needs = List.copyOf(needs);
    gaps = gaps.stream().sorted(Comparator.comparing(Gap::urgency)).toList();
  }

  /** The worst of all. */
  public Urgency urgency() {
    return gaps.isEmpty() ? Urgency.GOOD : gaps.getFirst().urgency();
  }
}
