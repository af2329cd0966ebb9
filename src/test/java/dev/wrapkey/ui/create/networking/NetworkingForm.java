package dev.wrapkey.ui.create.networking;

import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Plan.FirewallRule;
import dev.wrapkey.time.VirtualTime;
import dev.wrapkey.ui.wizard.Draft;
import java.time.Instant;
import java.util.TreeMap;

/** The form of Networking over a small cloud. */
abstract class NetworkingForm {

  static final VirtualTime TIME = VirtualTime.standingAt(Instant.parse("2026-11-21T12:03:04Z"));

  final SmallNetworks cloud = new SmallNetworks();
  final Draft draft = new Draft(located());
  final NetworkingViewModel networking = opened(draft);
  final FirewallViewModel firewall = networking.firewall();

  static Plan located() {
    Plan.Basics b = Plan.blank().basics();
    return Plan.blank()
        .withBasics(
            new Plan.Basics(
                SmallNetworks.SUB,
                "rg-new",
                true,
                "orders-pg",
                "eastus",
                b.version(),
                "",
                b.authentication()))
        .withTags(new TreeMap<>());
  }

  NetworkingViewModel opened(Draft with) {
    return new NetworkingViewModel(cloud, SmallNetworks.tasks(), TIME, with);
  }

  void fill(String name, String start, String end) {
    firewall.rules().last().fill(new FirewallRule(name, start, end));
  }

  Plan.Networking plan() {
    networking.leave();
    return draft.plan().networking();
  }

  FirewallRow first() {
    return firewall.rules().filled().getFirst();
  }
}
