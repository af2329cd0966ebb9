package dev.wrapkey.simulator.gateway;

import dev.wrapkey.simulator.rest.Delivery;
import dev.wrapkey.simulator.rest.WireRequest;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What the gateway answered lately. Kept in memory, up to a number. */
public final class Events {

  /**
   * A request and how it was answered.
   *
   * @param number counts up from 1 since the gateway started
   * @param at the practice cloud's time
   * @param path without the query, which may hold a name or a value
   * @param fault that was switched on and struck; empty if none
   */
  public record Event(
      long number, Instant at, String method, String host, String path, int status, String fault) {}

  private static final int KEPT = 1000;

  private final Deque<Event> latest = new ArrayDeque<>();
  private long last;

  Events() {}

  synchronized void add(Instant at, WireRequest request, Delivery delivery) {
    last++;
    latest.addLast(
        new Event(
            last,
            at,
            request.method(),
            request.uri().getHost(),
            request.uri().getPath(),
            delivery.answer().status(),
            delivery.fault()));
    if (latest.size() > KEPT) {
      latest.removeFirst();
    }
  }

  /** Those that came after a number, oldest first. */
  public synchronized List<Event> after(long number) {
    return latest.stream().filter(e -> e.number() > number).toList();
  }
}
