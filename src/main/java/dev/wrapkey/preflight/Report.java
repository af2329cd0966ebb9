package dev.wrapkey.preflight;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.rules.Profile;
import dev.wrapkey.rules.Severity;
import java.time.Duration;
import java.util.List;

/**
 * What a preflight has found out.
 *
 * @param checks every rule that applies: the first key's, the second's, the server's, each in the
 *     order in which they were asked
 * @param unseen why something could not be seen, once for each thing
 * @param took how long it took, on the cloud's clock
 * @param profile by whose rules it was judged
 */
public record Report(
    List<Check> checks, List<CloudFailure> unseen, Duration took, Profile profile) {

  public Report {
    checks = List.copyOf(checks);
    unseen = List.copyOf(unseen);
  }

  /** By the rules of today. */
  public Report(List<Check> checks, List<CloudFailure> unseen, Duration took) {
    this(checks, unseen, took, Profile.CURRENT);
  }

  /** Whether anything was found that Azure would refuse. */
  public boolean obstructs() {
    return checks.stream().anyMatch(Check::obstructs);
  }

  /** Whether everything that Azure demands could be seen. */
  public boolean isCertain() {
    return checks.stream()
        .filter(check -> check.verdict() == Verdict.UNKNOWN)
        .noneMatch(check -> check.origin().severity() == Severity.MUST);
  }

  public List<Check> with(Verdict verdict) {
    return checks.stream().filter(check -> check.verdict() == verdict).toList();
  }

  public int count(Verdict verdict) {
    return with(verdict).size();
  }
}
