package dev.wrapkey.preflight;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.ui.Practice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Servers of Practice Production that might be made, and what a preflight says of them. */
record Subjects(Practice practice) {

  static KeyIdentifier newest(String key) {
    return KeyIdentifier.of(
        "https://%s.vault.azure.net/keys/%s".formatted((Object[]) key.split("/")));
  }

  ManagedIdentity identity(String name) {
    List<ManagedIdentity> found = new ArrayList<>();
    practice.cloud().identities().list(Practice.PRODUCTION, new Cancellation(), found::addAll);
    return found.stream().filter(i -> i.name().equals(name)).findFirst().orElseThrow();
  }

  /** A server that follows the versions of a key of a vault. */
  Subject following(String region, String key, String identity) {
    return with(region, newest(key), identity);
  }

  Subject with(String region, KeyIdentifier key, String identity) {
    return new Subject(
        practice.subscription(Practice.PRODUCTION),
        region,
        Optional.empty(),
        Optional.empty(),
        DataEncryption.customerManaged(key, identity(identity).id()));
  }

  Subject withGeo(Subject subject, String pair, String key, String identity) {
    GeoEncryption second =
        new GeoEncryption(newest(key), identity(identity).id(), Optional.empty());
    return new Subject(
        subject.subscription(),
        subject.region(),
        Optional.of(pair),
        subject.server(),
        subject.encryption().withGeo(Optional.of(second)));
  }

  Report check(Subject subject) {
    return new Preflight(practice.cloud(), practice.time(), Runnable::run)
        .run(subject, _ -> {}, new Cancellation());
  }

  /** One rule, with some answers about what guards key stores altered. */
  Check check(Subject subject, String rule, Map<String, Function<Object, Object>> answers) {
    Cloud cloud = Altered.safeguards(practice.cloud(), answers);
    Report report =
        new Preflight(cloud, practice.time(), Runnable::run)
            .run(subject, rule::equals, _ -> {}, new Cancellation());
    return of(report, rule);
  }

  static List<String> rules(Report report, Verdict verdict) {
    return report.with(verdict).stream().map(Check::rule).toList();
  }

  static Check of(Report report, String rule) {
    return report.checks().stream().filter(c -> c.rule().equals(rule)).findFirst().orElseThrow();
  }
}
