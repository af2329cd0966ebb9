package dev.wrapkey.provisioning;

import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.time.Time;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Repeats calls of the cloud that failed for a passing reason, on our clock and in sight of whoever
 * listens. The vendor's library does not retry: it would sleep on the wall clock, unseen and
 * uncancellable.
 */
public final class Retry {

  /**
   * When to try again and for how long.
   *
   * @param attempts how often to call at most, the first time included
   * @param first the wait after the first failure; it doubles with each further one
   * @param longest no wait is longer, unless the service asks for a longer one
   * @param kinds the failures that may pass by waiting
   */
  public record Policy(int attempts, Duration first, Duration longest, Set<Kind> kinds) {

    /**
     * Too many requests, no answer, busy with something else: tried for about a minute and a half.
     */
    public static final Policy STANDARD =
        new Policy(
            8,
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Set.of(Kind.THROTTLED, Kind.UNREACHABLE, Kind.OFFLINE, Kind.BUSY));

    private static final Set<Kind> TRANSPORT =
        Set.of(Kind.THROTTLED, Kind.UNREACHABLE, Kind.OFFLINE);

    public Policy {
      if (attempts < 1) {
        throw new IllegalArgumentException("at least one attempt");
      }
      kinds = Set.copyOf(kinds);
    }

    /**
     * Also waits for rights that were granted a moment ago and have not reached every part of the
     * cloud.
     */
    public Policy untilPropagated() {
      Set<Kind> more = EnumSet.of(Kind.FORBIDDEN, Kind.KEY_UNUSABLE);
      more.addAll(kinds);
      return new Policy(attempts, first, longest, more);
    }

    /** Tries three times as often. */
    Policy patient() {
      return new Policy(attempts * 3, first, longest, kinds);
    }

    /** Only the failures that say nothing about the thing asked for. */
    Policy transportOnly() {
      return withKinds(true);
    }

    /** All but the failures that {@link #transportOnly} covers. */
    Policy withoutTransport() {
      return withKinds(false);
    }

    private Policy withKinds(boolean transport) {
      return new Policy(
          attempts,
          first,
          longest,
          Set.copyOf(
              kinds.stream().filter(kind -> TRANSPORT.contains(kind) == transport).toList()));
    }

    /**
     * Our own wait, or the service's if that is longer: whoever comes back sooner is refused again.
     */
    Duration waitAfter(int failures, Duration asked) {
      Duration wait = first;
      for (int i = 1; i < failures && wait.compareTo(longest) < 0; i++) {
        wait = wait.multipliedBy(2);
      }
      Duration own = wait.compareTo(longest) < 0 ? wait : longest;
      return own.compareTo(asked) < 0 ? asked : own;
    }
  }

  /** Is told of every wait before it begins. */
  public interface Listener {
    /**
     * @param failure why
     * @param failures how many times it has failed by now
     * @param wait how long until the next attempt
     */
    void waiting(CloudFailure failure, int failures, Duration wait);
  }

  // What a person has agreed to meanwhile.
  private static final ScopedValue<Set<Object>> UNDER_WAY = ScopedValue.newInstance();

  private final Time time;
  private final Policy policy;
  private final Listener listener;

  /**
   * @param time the clock to wait on
   * @param policy when to try again
   * @param listener is told of every wait
   */
  public Retry(Time time, Policy policy, Listener listener) {
    this.time = time;
    this.policy = policy;
    this.listener = listener;
  }

  /** Whether this thread calls on behalf of somebody who will call again. */
  public static boolean isUnderWay() {
    return UNDER_WAY.isBound();
  }

  /**
   * Asks for an agreement that counts for all attempts of what is under way.
   *
   * @param what is agreed to
   */
  public static boolean isAgreed(Object what, BooleanSupplier question) {
    Set<Object> agreed = UNDER_WAY.orElse(new HashSet<>());
    if (!agreed.contains(what) && question.getAsBoolean()) {
      agreed.add(what);
    }
    return agreed.contains(what);
  }

  /**
   * Calls, and calls again while the failure is one that may pass.
   *
   * @throws CloudFailure the last failure, or the first that waiting does not cure
   * @throws java.util.concurrent.CancellationException if cancelled before a call or during a wait
   */
  public <T> T call(Cancellation cancellation, Supplier<T> call) {
    Patience patience = new Patience(time, cancellation);
    Set<Object> agreed = UNDER_WAY.orElse(new HashSet<>());
    for (int failures = 1; ; failures++) {
      cancellation.check();
      try {
        return ScopedValue.where(UNDER_WAY, agreed).call(call::get);
      } catch (CloudFailure failure) {
        if (failures >= policy.attempts() || !policy.kinds().contains(failure.kind())) {
          throw failure;
        }
        Duration wait = policy.waitAfter(failures, failure.retryAfter());
        listener.waiting(failure, failures, wait);
        patience.waitFor(wait);
      }
    }
  }
}
