package dev.wrapkey.health;

import dev.wrapkey.preflight.Purpose;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.rotation.WrapProof;
import dev.wrapkey.rules.Profile;
import dev.wrapkey.ui.Practice;
import java.util.List;
import java.util.Optional;

/** Surveys of a practice cloud, and what one finds in them. */
record Surveys(Practice practice) {

  HealthReport run() {
    return of(practice.cloud(), Optional.empty()).run(new Survey.Listener() {}, new Cancellation());
  }

  Survey of(Cloud cloud, Optional<WrapProof> proof) {
    return new Survey(
        cloud,
        practice.time(),
        work -> Thread.ofVirtual().start(work),
        () -> Profile.CURRENT,
        new Traces(
            practice.folder().resolve("deployments"),
            practice.folder().resolve("rotations"),
            proof));
  }

  static ServerHealth server(HealthReport report, String name) {
    return report.servers().stream()
        .filter(each -> each.server().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  static KeyHealth key(HealthReport report, String server, Purpose purpose) {
    return server(report, server).keys().stream()
        .filter(each -> each.purpose() == purpose)
        .findFirst()
        .orElseThrow();
  }

  static Optional<Gap> gap(HealthReport report, String server, String rule) {
    return server(report, server).gaps().stream().filter(g -> g.rule().equals(rule)).findFirst();
  }

  static List<String> rules(ServerHealth server, Urgency urgency) {
    return server.gaps().stream().filter(g -> g.urgency() == urgency).map(Gap::rule).toList();
  }
}
