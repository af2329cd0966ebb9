package dev.wrapkey.cli;

import dev.wrapkey.health.Urgency;

/** Looks at the keys of all servers without the window. Answers with the program's exit code. */
@FunctionalInterface
public interface Surveying {

  /** Nothing as bad as was asked for, and all that Azure demands was seen. */
  int HEALTHY = 0;

  /** A server is as bad as was asked for, or worse. */
  int FOUND = 1;

  /** The arguments make no sense. */
  int BAD_INPUT = 2;

  /** Nothing that bad was seen, and not all could be; or the cloud could not be asked. */
  int UNCERTAIN = 3;

  /** How to tell it. */
  enum Form {
    TEXT,
    JSON,
    CSV
  }

  /**
   * How to look.
   *
   * @param where in which cloud
   * @param form how to tell it
   * @param failOn what is bad enough: {@link Urgency#TROUBLE} or {@link Urgency#WARNING}
   */
  record Order(Where where, Form form, Urgency failOn) {}

  /** Looks, and tells at the console what it has found. */
  int look(Order order);
}
