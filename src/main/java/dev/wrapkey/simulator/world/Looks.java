package dev.wrapkey.simulator.world;

import java.time.Instant;

/**
 * The moments at which the service looks at a server's key.
 *
 * @param profile how often, and what a look can bring about
 * @param offset seconds that differ from server to server
 */
record Looks(Profile profile, long offset) {

  /** The last look up to a moment. */
  Instant last(Instant moment) {
    long period = profile.period().toSeconds();
    long past = Math.floorMod(moment.getEpochSecond() - offset, period);
    return Instant.ofEpochSecond(moment.getEpochSecond() - past);
  }

  /** The first look at a moment or after it. */
  Instant next(Instant moment) {
    Instant last = last(moment);
    return last.equals(moment) ? last : last.plus(profile.period());
  }
}
