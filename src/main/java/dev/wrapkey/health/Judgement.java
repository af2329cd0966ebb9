package dev.wrapkey.health;

import dev.wrapkey.preflight.Check;
import dev.wrapkey.preflight.Purpose;
import dev.wrapkey.preflight.Report;
import dev.wrapkey.preflight.diagnosis.Cause;
import dev.wrapkey.preflight.diagnosis.Diagnosis;
import dev.wrapkey.preflight.diagnosis.Likelihood;
import dev.wrapkey.rules.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the rules have found, as gaps of a server that works with its keys today. */
final class Judgement {

  /** Advice that ends with a server cut off if nobody takes it. */
  private static final Set<String> BREAKING = Set.of("REC-4");

  private final Report report;
  private final Set<Check> lost = new HashSet<>();

  Judgement(Report report) {
    this.report = report;
    for (Purpose purpose : List.of(Purpose.PRIMARY, Purpose.GEO)) {
      Diagnosis.ofLostKey(report, purpose).stream()
          .filter(cause -> cause.likelihood() == Likelihood.FOUND)
          .map(Cause::evidence)
          .forEach(lost::addAll);
    }
  }

  List<Gap> gaps() {
    return report.checks().stream().flatMap(check -> gap(check).stream()).toList();
  }

  private Optional<Gap> gap(Check check) {
    return urgency(check)
        .map(
            urgency ->
                Gap.of(check.rule(), check.purpose(), urgency, check.message())
                    .mendedBy(check.remedy()));
  }

  private Optional<Urgency> urgency(Check check) {
    return switch (check.verdict()) {
      case PASSED -> Optional.empty();
      case FAILED -> Optional.of(lost.contains(check) ? Urgency.TROUBLE : Urgency.WARNING);
      case ADVICE ->
          Optional.of(BREAKING.contains(check.rule()) ? Urgency.WARNING : Urgency.ADVICE);
      case UNKNOWN ->
          Optional.of(
              check.origin().severity() == Severity.MUST ? Urgency.UNKNOWN : Urgency.ADVICE);
    };
  }
}
