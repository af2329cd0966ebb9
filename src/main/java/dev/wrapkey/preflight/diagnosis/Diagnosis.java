package dev.wrapkey.preflight.diagnosis;

import dev.wrapkey.preflight.Check;
import dev.wrapkey.preflight.Purpose;
import dev.wrapkey.preflight.Report;
import dev.wrapkey.preflight.Verdict;
import dev.wrapkey.provisioning.CloudFailure;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Ranks what may be behind a failure by what a preflight has found. The failure is known by its
 * code; its text is not looked at.
 */
public final class Diagnosis {

  private final Report report;

  private Diagnosis(Report report) {
    this.report = report;
  }

  /** Whether there is anything to find out about a failure. */
  public static boolean knows(CloudFailure why) {
    return !Suspects.of(why).isEmpty();
  }

  /**
   * The causes, the likeliest first.
   *
   * @param evidence what a preflight of the same server has found, after the failure
   */
  public static List<Cause> of(CloudFailure why, Report evidence) {
    Diagnosis diagnosis = new Diagnosis(evidence);
    return Stream.concat(Suspects.of(why).stream(), diagnosis.source(why))
        .map(diagnosis::judge)
        .sorted(Comparator.comparing(Cause::likelihood))
        .toList();
  }

  // Only the preflight of a copy knows the rule; the code does not tell whose key it is about.
  private Stream<Suspect> source(CloudFailure why) {
    return Stream.of(Suspect.SOURCE_KEY)
        .filter(suspect -> Suspects.isAboutKeys(why) && !told(suspect).isEmpty());
  }

  /**
   * Why a server has lost a key that it had: what was found, and a key store that is not to be
   * seen. An expired version that a newer one can replace is that, and not an expired key.
   *
   * @param evidence what a preflight of the server as it is has found
   * @param purpose which of its keys
   */
  public static List<Cause> ofLostKey(Report evidence, Purpose purpose) {
    List<Check> about =
        evidence.checks().stream().filter(check -> check.purpose() == purpose).toList();
    Diagnosis diagnosis = new Diagnosis(new Report(about, evidence.unseen(), evidence.took()));
    List<Cause> causes =
        Suspects.ofLostKey().stream()
            .map(diagnosis::judge)
            .filter(Diagnosis::isTold)
            .sorted(Comparator.comparing(Cause::likelihood))
            .toList();
    boolean replaceable =
        causes.stream().anyMatch(cause -> cause.suspect() == Suspect.VERSION_EXPIRED);
    return causes.stream()
        .filter(cause -> !replaceable || cause.suspect() != Suspect.KEY_EXPIRED)
        .toList();
  }

  private static boolean isTold(Cause cause) {
    return cause.likelihood() == Likelihood.FOUND
        || cause.suspect() == Suspect.STORE_UNSEEN
            && !cause.evidence().isEmpty()
            && cause.likelihood() != Likelihood.RULED_OUT;
  }

  private Cause judge(Suspect suspect) {
    return switch (suspect) {
      case RIGHTS_SPREADING -> spreading();
      case NO_VERSION -> versionless();
      default -> plain(suspect);
    };
  }

  private Cause plain(Suspect suspect) {
    List<Check> told = told(suspect);
    List<Check> failed = with(told, Verdict.FAILED);
    if (!failed.isEmpty()) {
      return new Cause(suspect, Likelihood.FOUND, failed);
    }
    List<Check> unseen = with(told, Verdict.UNKNOWN);
    if (told.isEmpty() || !unseen.isEmpty()) {
      return new Cause(suspect, Likelihood.POSSIBLE, unseen);
    }
    return new Cause(suspect, Likelihood.RULED_OUT, told);
  }

  /** Rights that were seen may still be on their way; rights that are missing are not. */
  private Cause spreading() {
    List<Check> told = told(Suspect.RIGHTS_SPREADING);
    boolean seen = !told.isEmpty() && report.unseen().isEmpty();
    if (!with(told, Verdict.FAILED).isEmpty()) {
      return new Cause(Suspect.RIGHTS_SPREADING, Likelihood.RULED_OUT, with(told, Verdict.FAILED));
    }
    List<Check> fresh = with(told, Verdict.UNKNOWN);
    if (seen && !fresh.isEmpty()) {
      return new Cause(Suspect.RIGHTS_SPREADING, Likelihood.FOUND, fresh);
    }
    boolean nothingElse = seen && !report.obstructs();
    return new Cause(
        Suspect.RIGHTS_SPREADING, nothingElse ? Likelihood.LIKELY : Likelihood.POSSIBLE, told);
  }

  /** Advice to follow the newest version means that one is named. */
  private Cause versionless() {
    List<Check> told = told(Suspect.NO_VERSION);
    List<Check> without = with(told, Verdict.PASSED);
    if (!without.isEmpty()) {
      return new Cause(Suspect.NO_VERSION, Likelihood.LIKELY, without);
    }
    return new Cause(
        Suspect.NO_VERSION, told.isEmpty() ? Likelihood.POSSIBLE : Likelihood.RULED_OUT, told);
  }

  private List<Check> told(Suspect suspect) {
    return report.checks().stream()
        .filter(check -> suspect.rules().contains(check.rule()))
        .toList();
  }

  private static List<Check> with(List<Check> checks, Verdict verdict) {
    return checks.stream().filter(check -> check.verdict() == verdict).toList();
  }
}
