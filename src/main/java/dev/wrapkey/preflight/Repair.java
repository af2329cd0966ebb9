package dev.wrapkey.preflight;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.KeyEdit;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.Patience;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.rules.Profile;
import dev.wrapkey.rules.RulePack;
import dev.wrapkey.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Applies a remedy, then looks until it has taken effect. Thread-safe. */
public final class Repair {

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(15);
  private static final Duration LONG = Duration.ofMinutes(15);
  private static final Duration SHORT = Duration.ofMinutes(5);

  private final Cloud cloud;
  private final Time time;
  private final Preflight preflight;

  /**
   * @param time the cloud's clock, to wait on
   */
  public Repair(Cloud cloud, Time time) {
    this(cloud, time, () -> Profile.CURRENT);
  }

  /**
   * @param time the cloud's clock, to wait on
   * @param profile by whose rules it is looked
   */
  public Repair(Cloud cloud, Time time, Supplier<Profile> profile) {
    this.cloud = cloud;
    this.time = time;
    this.preflight = new Preflight(cloud, time, Runnable::run, profile);
  }

  /**
   * Applies a remedy and looks until it has taken effect, or until it should have long ago. Blocks;
   * on real Azure that may be minutes. A cancellation ends the looking; what was applied stays.
   *
   * @param subject what was checked when the remedy was offered
   * @param probes is told of every look
   * @return the check as it was at the last look
   * @throws CloudFailure if the remedy is refused
   * @throws java.util.concurrent.CancellationException if cancelled or interrupted
   */
  public Check run(
      Remedy remedy, Subject subject, Consumer<Probe> probes, Cancellation cancellation) {
    apply(remedy, cancellation);
    return await(remedy, looked(remedy, subject), probes, cancellation);
  }

  /**
   * Applies a remedy and does not look.
   *
   * @throws CloudFailure if the remedy is refused
   * @throws java.util.concurrent.CancellationException if cancelled or interrupted
   */
  public void apply(Remedy remedy, Cancellation cancellation) {
    new Retry(time, Retry.Policy.STANDARD, (_, _, _) -> {})
        .call(
            cancellation,
            () -> {
              apply(remedy);
              return true;
            });
  }

  private void apply(Remedy remedy) {
    switch (remedy) {
      case Remedy.Grant grant -> cloud.safeguards().grant(grant.store(), grant.identity());
      case Remedy.EnablePurgeProtection purge ->
          cloud.safeguards().enablePurgeProtection(purge.store());
      case Remedy.AllowTrustedServices trust ->
          cloud.safeguards().admitTrustedServices(trust.store());
      case Remedy.ExtendExpiry extend ->
          cloud.keyLife().edit(extend.version(), expiring(extend.until()));
      case Remedy.EnableKey enable -> cloud.keyLife().edit(enable.version(), KeyEdit.enabled(true));
    }
  }

  private static KeyEdit expiring(Instant until) {
    return new KeyEdit(Optional.empty(), Optional.empty(), Optional.of(until), Optional.empty());
  }

  private Check await(
      Remedy remedy, Subject subject, Consumer<Probe> probes, Cancellation cancellation) {
    Instant began = time.now();
    Duration atMost = remedy instanceof Remedy.Grant ? LONG : SHORT;
    for (int looks = 1; ; looks++) {
      Check seen = look(remedy, subject, cancellation);
      Duration elapsed = Duration.between(began, time.now());
      probes.accept(new Probe(looks, elapsed, atMost, seen));
      boolean over = elapsed.compareTo(atMost) >= 0;
      if (seen.verdict() == Verdict.PASSED || seen.verdict() == Verdict.ADVICE || over) {
        return seen;
      }
      new Patience(time, cancellation).waitFor(BETWEEN_LOOKS);
    }
  }

  private Check look(Remedy remedy, Subject subject, Cancellation cancellation) {
    Report report = preflight.run(subject, rule(remedy)::equals, _ -> {}, cancellation);
    return report.checks().stream()
        .filter(check -> about(remedy, subject, check.purpose()))
        .findFirst()
        .orElseGet(() -> unseen(remedy, report));
  }

  /** What the check needs cannot be seen: the vault, the identity or the key. */
  private static Check unseen(Remedy remedy, Report report) {
    String code = report.unseen().stream().map(CloudFailure::code).findFirst().orElse("NotFound");
    return new Check(
        rule(remedy),
        Purpose.PRIMARY,
        Verdict.UNKNOWN,
        RulePack.words("STORE-1.unreachable", remedy.host(), code),
        Optional.of(remedy));
  }

  private static boolean about(Remedy remedy, Subject subject, Purpose purpose) {
    DataEncryption encryption = subject.encryption();
    Optional<KeyIdentifier> key =
        purpose == Purpose.GEO ? encryption.geo().map(geo -> geo.key()) : encryption.key();
    return key.filter(id -> id.host().equalsIgnoreCase(remedy.host())).isPresent();
  }

  private static String rule(Remedy remedy) {
    return switch (remedy) {
      case Remedy.Grant grant ->
          grant.store().kind() == KeyStore.Kind.MANAGED_HSM ? "CMK-11" : "CMK-10";
      case Remedy.EnablePurgeProtection _ -> "CMK-6";
      case Remedy.AllowTrustedServices _ -> "CMK-8";
      case Remedy.ExtendExpiry _ -> "CMK-16";
      case Remedy.EnableKey _ -> "CMK-17";
    };
  }

  /** A remedy may be about the key that a server has now, which is not the one that was checked. */
  private static Subject looked(Remedy remedy, Subject subject) {
    boolean known = about(remedy, subject, Purpose.PRIMARY) || about(remedy, subject, Purpose.GEO);
    return known ? subject : version(remedy).map(key -> with(subject, key)).orElse(subject);
  }

  private static Optional<KeyIdentifier> version(Remedy remedy) {
    return switch (remedy) {
      case Remedy.ExtendExpiry extend -> Optional.of(extend.version());
      case Remedy.EnableKey enable -> Optional.of(enable.version());
      default -> Optional.empty();
    };
  }

  private static Subject with(Subject subject, KeyIdentifier key) {
    return subject
        .encryption()
        .identity()
        .map(who -> subject.with(DataEncryption.customerManaged(key, who)))
        .orElse(subject);
  }
}
