package dev.wrapkey.app;

import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.ui.create.networking.NetworkingViewModel;
import dev.wrapkey.ui.wizard.Draft;
import java.util.List;

/**
 * The firewall rules of a server that is copied, offered for its copy: Azure does not copy them.
 */
final class SourceRules {

  private static final String ZERO = "0.0.0.0";

  private SourceRules() {}

  static void offer(List<Plan.FirewallRule> rules, Draft draft, NetworkingViewModel networking) {
    Plan.Networking now = draft.plan().networking();
    if (now.method() == Plan.Networking.Method.PUBLIC && now.firewall().isEmpty()) {
      Plan plan =
          draft
              .plan()
              .withNetworking(
                  Plan.Networking.open(
                      now.publicAccess(),
                      rules.stream().anyMatch(SourceRules::isForAzure),
                      rules.stream().filter(rule -> !isForAzure(rule)).toList()));
      networking.fill(plan);
      networking.leave();
    }
  }

  // From zero to zero: any service within Azure (portal specification NET-5).
  private static boolean isForAzure(Plan.FirewallRule rule) {
    return rule.start().equals(ZERO) && rule.end().equals(ZERO);
  }
}
