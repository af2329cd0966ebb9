package dev.wrapkey.simulator.world;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to go wrong while one request is served, inside the cloud and not on the wire.
 * Holds for the thread that serves the request.
 */
public final class Mishap {

  private static final ScopedValue<Mishap> CURRENT = ScopedValue.newInstance();

  private final String principal;
  private final @Nullable Problem problem;
  private final AtomicBoolean happened = new AtomicBoolean();

  private Mishap(String principal, @Nullable Problem problem) {
    this.principal = principal;
    this.problem = problem;
  }

  /** The role assignments of a principal have not reached whoever has to check them. */
  public static Mishap rightsNotPropagated(String principal) {
    return new Mishap(principal, null);
  }

  /** The operation on a server that the request begins fails in the end. */
  public static Mishap operationFails(Problem problem) {
    return new Mishap("", problem);
  }

  /** Does work under this mishap. */
  public <T> T during(Supplier<T> work) {
    return ScopedValue.where(CURRENT, this).call(work::get);
  }

  /** Whether it made a difference. */
  public boolean happened() {
    return happened.get();
  }

  static boolean hides(String principalId) {
    Mishap current = current();
    if (current == null || !principalId.equalsIgnoreCase(current.principal)) {
      return false;
    }
    current.happened.set(true);
    return true;
  }

  static Optional<Problem> ofOperation() {
    Mishap current = current();
    if (current == null || current.problem == null) {
      return Optional.empty();
    }
    current.happened.set(true);
    return Optional.of(current.problem);
  }

  private static @Nullable Mishap current() {
    return CURRENT.isBound() ? CURRENT.get() : null;
  }
}
