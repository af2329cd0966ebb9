package dev.wrapkey.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The activity log of all subscriptions. It keeps 90 days, as Azure does (documentation of the
 * activity log), and no more than a number of entries. What happened to servers because of their
 * keys is not stored here but known from the keys' history.
 */
public final class ActivityLog {

  private static final Duration KEPT = Duration.ofDays(90);
  private static final int MOST = 4000;

  private final World world;
  private final KeyEvents events;
  private long last;

  public ActivityLog(World world, KeyEvents events) {
    this.world = world;
    this.events = events;
    List<String> places = world.activities().first(Integer.MAX_VALUE);
    this.last = places.isEmpty() ? 0 : Long.parseLong(places.getLast(), 16);
  }

  /** Adds an entry, which may lie in the future: it is seen when its time has come. */
  public void add(Activity entry) {
    Table<Activity> stored = world.activities();
    stored.put(place(++last), entry);
    Instant oldest = world.now().minus(KEPT);
    long surplus = stored.size() - MOST;
    for (String key : stored.first(Math.max(1, (int) surplus))) {
      boolean old = stored.get(key).filter(e -> e.at().isBefore(oldest)).isPresent();
      if (old || surplus > 0) {
        stored.remove(key);
        surplus--;
      }
    }
  }

  private static String place(long number) {
    return "%016x".formatted(number);
  }

  /** What has happened within a subscription by now, newest first. */
  public List<Activity> within(String subscription) {
    Instant now = world.now();
    Instant oldest = now.minus(KEPT);
    String scope = "/subscriptions/" + subscription;
    return Stream.concat(world.activities().all().stream(), events.within(scope).stream())
        .filter(e -> new ArmId(e.resource()).isWithin(scope))
        .filter(e -> !e.at().isAfter(now) && !e.at().isBefore(oldest))
        .sorted(Comparator.comparing(Activity::at).reversed())
        .toList();
  }
}
