package dev.wrapkey.preflight.recovery;

import dev.wrapkey.preflight.Purpose;
import dev.wrapkey.preflight.Remedy;
import dev.wrapkey.preflight.diagnosis.Cause;
import dev.wrapkey.preflight.diagnosis.Suspect;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Server;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The documented way back from one cause.
 *
 * @param purpose which of the server's keys is lost
 * @param cause why, and by what that is known
 * @param thing the name of what is at fault
 * @param steps in this order
 */
public record Way(Purpose purpose, Cause cause, String thing, List<Step> steps) {

  public Way {
    steps = List.copyOf(steps);
  }

  public Suspect suspect() {
    return cause.suspect();
  }

  /** Whether it is the way back from the same cause of the same key. */
  public boolean isOf(Way other) {
    return purpose == other.purpose && suspect() == other.suspect();
  }

  /** The row of the portal specification's table 7.2, from "Data encryption", 2 June 2026. */
  public String rule() {
    return switch (suspect()) {
      case KEY_EXPIRED -> "INA-1";
      case VERSION_EXPIRED -> "INA-2";
      case STORE_UNSEEN -> "INA-3";
      case KEY_MISSING, KEY_DISABLED -> "INA-4";
      case IDENTITY_MISSING -> "INA-5";
      case NO_RIGHTS -> hasPolicies() ? "INA-7" : "INA-6";
      case FIREWALL -> "INA-8";
      default -> "INA-9";
    };
  }

  /** The identity that was chosen in place of one that is gone. */
  public Optional<ResourceId> chosen() {
    return steps.stream()
        .filter(step -> step.kind() == Step.Kind.IDENTITY)
        .flatMap(step -> step.act().stream())
        .flatMap(
            act ->
                act instanceof Act.Point point
                    ? Sides.identity(point.wanted(), purpose).stream()
                    : Stream.empty())
        .findFirst();
  }

  /** Whether the key store was found among the deleted ones. */
  public boolean isStoreDeleted() {
    return steps.stream().anyMatch(step -> step.kind() == Step.Kind.RECOVER_VAULT);
  }

  /** Whether rights are access policies in this key store. */
  private boolean hasPolicies() {
    return cause
        .remedy()
        .filter(remedy -> remedy instanceof Remedy.Grant grant && !grant.store().rbac())
        .isPresent();
  }

  /** The same with one step done. */
  public Way done(Step which) {
    return new Way(
        purpose,
        cause,
        thing,
        steps.stream().map(step -> step.equals(which) ? step.done() : step).toList());
  }

  /** Whether nothing is left to do but to wait, and what comes after. */
  public boolean isMended() {
    return steps.stream().allMatch(step -> step.isDone() || isLater(step.kind()));
  }

  /** What is to be done now; empty when all is done. */
  public Optional<Step> next() {
    return steps.stream().filter(step -> !step.isDone()).findFirst();
  }

  /** The same after everything on it was done but to wait. */
  public Way mended() {
    return new Way(
        purpose,
        cause,
        thing,
        steps.stream().map(step -> isLater(step.kind()) ? step : step.done()).toList());
  }

  /** The same when the server is ready again. */
  public Way over() {
    return new Way(
        purpose,
        cause,
        thing,
        steps.stream().map(step -> step.kind() == Step.Kind.ROTATE ? step : step.done()).toList());
  }

  private static boolean isLater(Step.Kind kind) {
    return kind == Step.Kind.WAIT || kind == Step.Kind.ROTATE || kind == Step.Kind.REVALIDATE;
  }

  /**
   * The same with an identity that was chosen in place of one that is gone.
   *
   * @param grant what it still lacks
   */
  Way with(Server server, ManagedIdentity identity, Optional<Remedy> grant) {
    DataEncryption wanted = Sides.withIdentity(server.encryption(), purpose, identity.id());
    Step rights =
        grant
            .map(remedy -> Step.of(Step.Kind.GRANT, new Act.Mend(remedy)))
            .orElseGet(() -> Step.bare(Step.Kind.GRANT).done());
    Step point = Step.of(Step.Kind.IDENTITY, new Act.Point(server, wanted));
    return new Way(
        purpose,
        cause,
        thing,
        steps.stream()
            .map(
                step ->
                    switch (step.kind()) {
                      case CHOOSE -> step.done();
                      case GRANT -> rights;
                      case IDENTITY -> point;
                      default -> step;
                    })
            .toList());
  }
}
