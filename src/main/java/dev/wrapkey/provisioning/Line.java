package dev.wrapkey.provisioning;

import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.time.Time;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * How the connection to a cloud stands, as the last questions went: whether it asks to slow down,
 * and whether anybody answers at all. Thread-safe; asks nobody by itself.
 */
public final class Line {

  /** How it stands. */
  public sealed interface State {

    /** As it should. */
    record Clear() implements State {}

    /**
     * A service asked to slow down.
     *
     * @param until when the next try is
     * @param times how often in a row it has asked
     */
    record Slowed(Instant until, int times) implements State {}

    /**
     * Nobody answered the last question.
     *
     * @param kind OFFLINE, TLS or UNREACHABLE
     * @param heard when there was an answer before; empty if there has been none
     */
    record Silent(Kind kind, Optional<Instant> heard) implements State {}
  }

  /** Somebody who waits, until closed. */
  public interface Wait extends AutoCloseable {
    @Override
    void close();
  }

  private static final State CLEAR = new State.Clear();

  private final Time time;
  private final Map<String, State.Slowed> slowed = new HashMap<>();
  private final Map<Wait, State.Slowed> waits = new HashMap<>();
  private final List<WeakReference<Runnable>> listeners = new CopyOnWriteArrayList<>();
  private Optional<Instant> heard = Optional.empty();
  private Optional<State> silent = Optional.empty();

  /**
   * @param time the clock that waits go by
   */
  public Line(Time time) {
    this.time = time;
  }

  /** A service answered what was asked. */
  public void answered(String host) {
    boolean changed;
    synchronized (this) {
      heard = Optional.of(time.now());
      changed = slowed.remove(host) != null | silent.isPresent();
      silent = Optional.empty();
    }
    if (changed) {
      tell();
    }
  }

  /**
   * A service answered that it is asked too often, and nobody waits here to ask it again.
   *
   * @param times how often in a row it has said so
   */
  public void slowed(String host, Duration wait, int times) {
    synchronized (this) {
      hear();
      State.Slowed before = slowed.get(host);
      int all = before == null ? times : Math.max(times, before.times() + 1);
      slowed.put(host, new State.Slowed(time.now().plus(wait), all));
    }
    tell();
  }

  /**
   * The same, and somebody waits to ask again, whoever else is answered meanwhile.
   *
   * @return to be closed at the end of the wait
   */
  public Wait waiting(Duration wait, int times) {
    Wait handle =
        new Wait() {
          @Override
          public void close() {
            end(this);
          }
        };
    synchronized (this) {
      hear();
      waits.put(handle, new State.Slowed(time.now().plus(wait), times));
    }
    tell();
    return handle;
  }

  private void end(Wait wait) {
    synchronized (this) {
      waits.remove(wait);
    }
    tell();
  }

  private void hear() {
    heard = Optional.of(time.now());
    silent = Optional.empty();
  }

  /** There was no answer. */
  public void silent(Kind kind) {
    synchronized (this) {
      silent = Optional.of(new State.Silent(kind, heard));
    }
    tell();
  }

  /** How it stands at this moment; a wait that is over is over without an answer too. */
  public synchronized State state() {
    Instant now = time.now();
    return silent.orElseGet(
        () ->
            Stream.concat(
                    waits.values().stream(),
                    slowed.values().stream().filter(each -> each.until().isAfter(now)))
                .reduce((a, b) -> a.until().isAfter(b.until()) ? a : b)
                .<State>map(each -> each)
                .orElse(CLEAR));
  }

  /** How long it is until a moment on the clock of the waits. */
  public Duration until(Instant moment) {
    return Duration.between(time.now(), moment);
  }

  /**
   * Names somebody who is told of every change, on the thread of the one who asked.
   *
   * @param listener held weakly, for a line outlives the windows that show it: whoever listens
   *     keeps it
   */
  public void onChange(Runnable listener) {
    listeners.removeIf(each -> each.get() == null);
    listeners.add(new WeakReference<>(listener));
  }

  private void tell() {
    listeners.stream()
        .flatMap(each -> Stream.ofNullable(each.get()))
        .toList()
        .forEach(Runnable::run);
  }
}
