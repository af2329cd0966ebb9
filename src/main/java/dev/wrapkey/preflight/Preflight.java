package dev.wrapkey.preflight;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.rules.Profile;
import dev.wrapkey.rules.RulePack;
import dev.wrapkey.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Holds every rule that applies against what there is now, all at once, before a server is made or
 * gets another key. Changes nothing. Thread-safe.
 */
public final class Preflight {

  private static final long LOOK_UP_MILLIS = 50;

  private final Cloud cloud;
  private final Time time;
  private final Executor executor;
  private final Supplier<Profile> profile;

  /**
   * @param time the cloud's clock
   * @param executor runs the checks, as many at once as it likes; {@code Runnable::run} for one
   *     after the other on the calling thread
   */
  public Preflight(Cloud cloud, Time time, Executor executor) {
    this(cloud, time, executor, () -> Profile.CURRENT);
  }

  /**
   * As above, for a cloud that may live by the rules of another time.
   *
   * @param profile {@link Profile#CURRENT} or {@link Profile#JANUARY_2023}; asked at every run, on
   *     the thread that runs it
   */
  public Preflight(Cloud cloud, Time time, Executor executor, Supplier<Profile> profile) {
    this.profile = profile;
    this.cloud = cloud;
    this.time = time;
    this.executor = executor;
  }

  /**
   * Checks everything. Blocks.
   *
   * @param found is told of each check as soon as it is there, in no particular order, on the
   *     calling thread
   * @return all of them; also what could not be seen is in there, so no failure of the cloud is
   *     thrown
   * @throws CancellationException if cancelled or interrupted
   */
  public Report run(Subject subject, Consumer<Check> found, Cancellation cancellation) {
    return run(subject, _ -> true, found, cancellation);
  }

  /**
   * As above, only certain rules.
   *
   * @param rules which, by their ids
   */
  public Report run(
      Subject subject, Predicate<String> rules, Consumer<Check> found, Cancellation cancellation) {
    Profile now = profile.get();
    List<Trial> trials =
        trials(subject, now, cancellation).stream()
            .filter(trial -> rules.test(trial.rule()))
            .toList();
    return run(trials, new Weights(now), found, cancellation);
  }

  /**
   * As the first, by the rules of a certain time.
   *
   * @param profile {@link Profile#CURRENT} or {@link Profile#JANUARY_2023}; the other two are of
   *     other products
   */
  public Report run(
      Subject subject, Profile profile, Consumer<Check> found, Cancellation cancellation) {
    return run(trials(subject, profile, cancellation), new Weights(profile), found, cancellation);
  }

  private List<Trial> trials(Subject subject, Profile profile, Cancellation cancellation) {
    return new Agenda(subject, new Inquiry(cloud, time, cancellation), profile).trials();
  }

  private Report run(
      List<Trial> trials, Weights weights, Consumer<Check> found, Cancellation cancellation) {
    Instant began = time.now();
    Outcome[] outcomes = new Outcome[trials.size()];
    ExecutorCompletionService<Outcome> service = new ExecutorCompletionService<>(executor);
    List<Future<Outcome>> under = new ArrayList<>();
    try {
      for (int i = 0; i < trials.size(); i++) {
        int place = i;
        under.add(service.submit(() -> judge(place, trials.get(place), weights)));
      }
      for (int i = 0; i < trials.size(); i++) {
        Outcome outcome = next(service, cancellation);
        outcomes[outcome.place()] = outcome;
        outcome.check().ifPresent(found);
      }
    } finally {
      under.forEach(future -> future.cancel(true));
    }
    return report(List.of(outcomes), Duration.between(began, time.now()), weights.profile());
  }

  /** What came of a trial, and its place in the order. */
  private record Outcome(int place, Optional<Check> check, Optional<CloudFailure> unseen) {}

  private static Outcome judge(int place, Trial trial, Weights weights) {
    try {
      return new Outcome(place, trial.judge().get().flatMap(weights::weigh), Optional.empty());
    } catch (CloudFailure failure) {
      Check unknown =
          new Check(
              trial.rule(),
              trial.purpose(),
              Verdict.UNKNOWN,
              unseen(trial.what(), failure),
              Optional.empty());
      return new Outcome(place, Optional.of(unknown), Optional.of(failure));
    }
  }

  private static String unseen(String what, CloudFailure failure) {
    return switch (failure.kind()) {
      case FORBIDDEN ->
          failure.code().equals(StoreSearch.NOT_VISIBLE)
              ? failure.details()
              : RulePack.words("STORE-1.forbidden", what, failure.code());
      case INVALID -> failure.details();
      default -> RulePack.words("STORE-1.unreachable", what, failure.code());
    };
  }

  private static Outcome next(
      ExecutorCompletionService<Outcome> service, Cancellation cancellation) {
    try {
      while (true) {
        cancellation.check();
        Future<Outcome> done = service.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
        if (done != null) {
          return done.get();
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException bug) {
      throw Fact.unchecked(bug);
    }
  }

  private static Report report(List<Outcome> outcomes, Duration took, Profile profile) {
    Set<CloudFailure> unseen = new LinkedHashSet<>();
    outcomes.forEach(outcome -> outcome.unseen().ifPresent(unseen::add));
    Stream<Check> checks = outcomes.stream().flatMap(outcome -> outcome.check().stream());
    return new Report(checks.toList(), List.copyOf(unseen), took, profile);
  }
}
