package dev.wrapkey.health;

/** How things stand, the worst first. */
public enum Urgency {
  /** The server has lost its key, or loses it as soon as the service looks again. */
  TROUBLE,
  /** It works, and it will break, or Azure would refuse it today. */
  WARNING,
  /** Nobody can tell: something that Azure demands could not be read. */
  UNKNOWN,
  /** It could be better. */
  ADVICE,
  /** Nothing is known against it. */
  GOOD
}
