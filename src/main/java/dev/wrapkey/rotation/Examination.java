package dev.wrapkey.rotation;

import dev.wrapkey.catalog.Catalog;
import dev.wrapkey.catalog.RegionFacts;
import dev.wrapkey.preflight.Check;
import dev.wrapkey.preflight.Preflight;
import dev.wrapkey.preflight.Probe;
import dev.wrapkey.preflight.Report;
import dev.wrapkey.preflight.Subject;
import dev.wrapkey.preflight.Verdict;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.Progress.State;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The two steps that look before anything is sent to the server. */
record Examination(Cloud cloud, Preflight preflight) {

  /** What the server's identities need, and the keys must be. */
  private static final Set<String> ACCESS =
      Set.of("KEY-1", "CMK-8", "CMK-10", "CMK-11", "CMK-15", "CMK-16", "CMK-17", "CMK-19");

  /** These come to be by waiting: a grant and a new version reach every part of the cloud late. */
  private static final Set<String> PASSING = Set.of("KEY-1", "CMK-10", "CMK-11");

  // "Troubleshoot Azure RBAC", 11 December 2025: up to ten minutes.
  private static final Duration AT_MOST = Duration.ofMinutes(15);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(15);

  /**
   * Holds every rule against what there is.
   *
   * @throws CloudFailure {@link GuidedRotation#OBSTRUCTED} if the service would refuse
   */
  void preflight(Course course) {
    Server now = course.call(() -> cloud.servers().get(course.entry().order().server()));
    if (Verifying.isDark(now)) {
      course.ledger().made(RotationLedger.Made::darkened);
    }
    Report report =
        preflight.run(subject(course), course.progress()::checked, course.cancellation());
    course.found(report);
    if (report.obstructs()) {
      throw new CloudFailure(
          Kind.INVALID,
          GuidedRotation.OBSTRUCTED,
          words(report.checks().stream().filter(Check::obstructs).toList()),
          "");
    }
  }

  /**
   * Waits until the identities can use the keys, as far as that can be seen.
   *
   * @throws CloudFailure {@link GuidedRotation#OUT_OF_REACH} if they cannot
   */
  void reach(Course course) {
    Subject subject = subject(course);
    for (int looks = 1; ; looks++) {
      Report report = preflight.run(subject, ACCESS::contains, _ -> {}, course.cancellation());
      Optional<Check> awaited =
          report.checks().stream().filter(check -> mayPass(check, report)).findFirst();
      List<Check> failed = report.with(Verdict.FAILED);
      boolean hopeless = failed.stream().anyMatch(check -> !PASSING.contains(check.rule()));
      boolean over = course.elapsed().compareTo(AT_MOST) >= 0;
      tell(course, looks, awaited.or(() -> report.checks().stream().findFirst()));
      if (hopeless || over && !failed.isEmpty()) {
        throw new CloudFailure(Kind.KEY_UNUSABLE, GuidedRotation.OUT_OF_REACH, words(failed), "");
      }
      if (awaited.isEmpty() || over) {
        return;
      }
      course.pause(BETWEEN_LOOKS);
    }
  }

  private static void tell(Course course, int looks, Optional<Check> seen) {
    seen.ifPresent(
        check -> {
          course.progress().probed(new Probe(looks, course.elapsed(), AT_MOST, check));
          course.tell(State.RUNNING, check.rule());
        });
  }

  /** What was not seen at all is not waited for: the service itself will judge. */
  private static boolean mayPass(Check check, Report report) {
    return PASSING.contains(check.rule())
        && (check.verdict() == Verdict.FAILED
            || check.verdict() == Verdict.UNKNOWN && report.unseen().isEmpty());
  }

  private Subject subject(Course course) {
    RotationOrder order = course.entry().order();
    return new Subject(
        subscription(course),
        order.region(),
        Catalog.region(order.region())
            .flatMap(RegionFacts::pair)
            .filter(_ -> order.base().geo().isPresent()),
        Optional.of(order.server()),
        course.entry().target());
  }

  private Subscription subscription(Course course) {
    String id = course.entry().order().server().subscription();
    return course.call(() -> cloud.directory().subscriptions()).stream()
        .filter(subscription -> subscription.id().equalsIgnoreCase(id))
        .findFirst()
        .orElseGet(() -> new Subscription(id, id));
  }

  private static String words(List<Check> checks) {
    return checks.stream()
        .map(check -> check.rule() + ": " + check.message())
        .collect(Collectors.joining(" "));
  }
}
