package dev.wrapkey.simulator.gateway;

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
   */
  public record Event(
      long number, Instant at, String method, String host, String path, int status) {}

  private static final int KEPT = 1000;

  private final Deque<Event> latest = new ArrayDeque<>();
  private long last;

  Events() {}

  synchronized void add(Instant at, String method, String host, String path, int status) {
    last++;
    latest.addLast(new Event(last, at, method, host, path, status));
    if (latest.size() > KEPT) {
      latest.removeFirst();
    }
  }

  /** Those that came after a number, oldest first. */
  public synchronized List<Event> after(long number) {
    return latest.stream().filter(e -> e.number() > number).toList();
  }
}
