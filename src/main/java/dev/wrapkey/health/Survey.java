package dev.wrapkey.health;

import dev.wrapkey.preflight.Fact;
import dev.wrapkey.preflight.Preflight;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.rules.Profile;
import dev.wrapkey.time.Time;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Looks at the keys of every server that the account sees. Changes nothing, and asks for each key,
 * key store and identity once, however many servers use it. Blocks. Thread-safe.
 */
public final class Survey {

  /** Is told what was found as soon as it was, on the thread of the survey. */
  public interface Listener {

    /** How many servers will be looked at. */
    default void found(int servers) {}

    /** One of them, in no particular order. */
    default void seen(ServerHealth server) {}

    /** The servers of a subscription could not be listed. */
    default void unseen(HealthReport.Unseen subscription) {}
  }

  private static final int AT_ONCE = 8;
  private static final long LOOK_UP_MILLIS = 50;

  private final Cloud cloud;
  private final Time time;
  private final Executor executor;
  private final Supplier<Profile> profile;
  private final Traces traces;

  /**
   * @param time the cloud's clock
   * @param executor looks at servers, as many at once as it likes, of which the survey uses a few
   * @param profile by whose rules; asked at every survey
   * @param traces what this program knows of the servers
   */
  public Survey(
      Cloud cloud, Time time, Executor executor, Supplier<Profile> profile, Traces traces) {
    this.cloud = cloud;
    this.time = time;
    this.executor = executor;
    this.profile = profile;
    this.traces = traces;
  }

  /**
   * Looks at everything.
   *
   * @return all of it; also what could not be seen is in there
   * @throws CloudFailure if not even the subscriptions can be listed
   * @throws CancellationException if cancelled or interrupted
   */
  public HealthReport run(Listener listener, Cancellation cancellation) {
    Instant now = time.now();
    OnceCloud once = new OnceCloud(cloud, time, cancellation);
    List<HealthReport.Unseen> unseen = new ArrayList<>();
    List<Subscription> subscriptions = ask(cancellation, () -> cloud.directory().subscriptions());
    List<Found> found = new ArrayList<>();
    for (Subscription each : populated(subscriptions, cancellation)) {
      try {
        ask(cancellation, () -> cloud.servers().list(each.id()))
            .forEach(s -> found.add(new Found(s, each)));
      } catch (CloudFailure failure) {
        HealthReport.Unseen why = new HealthReport.Unseen(each, failure);
        unseen.add(why);
        listener.unseen(why);
      }
    }
    found.forEach(each -> once.know(each.server()));
    listener.found(found.size());
    Cloud asked = once.cloud();
    Examiner examiner =
        new Examiner(
            asked,
            new KeyReading(asked, new Stores(asked, subscriptions), traces.read(), now),
            new Preflight(asked, time, Runnable::run, profile),
            cancellation);
    return new HealthReport(now, all(found, examiner, listener, cancellation), unseen);
  }

  private List<Subscription> populated(List<Subscription> all, Cancellation cancellation) {
    List<String> ids = all.stream().map(Subscription::id).toList();
    Set<String> some =
        ask(cancellation, () -> cloud.servers().whereabouts(ids, cancellation, page -> {}));
    return all.stream().filter(each -> some.contains(each.id())).toList();
  }

  private <T> T ask(Cancellation cancellation, Supplier<T> question) {
    return new Retry(time, Retry.Policy.STANDARD, (_, _, _) -> {}).call(cancellation, question);
  }

  /** A server that is to be looked at. */
  record Found(Server server, Subscription subscription) {}

  private List<ServerHealth> all(
      List<Found> found, Examiner examiner, Listener listener, Cancellation cancellation) {
    Semaphore few = new Semaphore(AT_ONCE);
    ExecutorCompletionService<ServerHealth> service = new ExecutorCompletionService<>(executor);
    List<Future<ServerHealth>> under = new ArrayList<>();
    List<ServerHealth> all = new ArrayList<>();
    try {
      for (Found each : found) {
        cancellation.check();
        under.add(service.submit(() -> one(few, examiner, each)));
      }
      while (all.size() < found.size()) {
        ServerHealth next = next(service, cancellation);
        all.add(next);
        listener.seen(next);
      }
    } finally {
      under.forEach(future -> future.cancel(true));
    }
    return all;
  }

  private static ServerHealth one(Semaphore few, Examiner examiner, Found found)
      throws InterruptedException {
    few.acquire();
    try {
      return examiner.look(found);
    } finally {
      few.release();
    }
  }

  private static ServerHealth next(
      ExecutorCompletionService<ServerHealth> service, Cancellation cancellation) {
    try {
      while (true) {
        cancellation.check();
        Future<ServerHealth> done = service.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
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
}
