package dev.wrapkey.cli;

import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.rules.Profile;

/** Checks servers and plans without the window. Answers with the program's exit code. */
@FunctionalInterface
public interface Checking {

  /** Nothing that was seen obstructs, and all that Azure demands was seen. */
  int CLEAR = 0;

  /** Azure would refuse, or the server would lose its key. */
  int OBSTRUCTED = 1;

  /** The arguments make no sense, or there is no such server. */
  int BAD_INPUT = 2;

  /** Something that Azure demands could not be seen, or the cloud could not be asked. */
  int UNCERTAIN = 3;

  /** What to check. */
  sealed interface Target {

    /**
     * A server as it is.
     *
     * @param server its name, or its resource identifier
     */
    record Existing(String server) implements Target {}

    /** A server that is to be made. */
    record Planned(Plan plan) implements Target {}
  }

  /**
   * How to check.
   *
   * @param where in which cloud
   * @param target what
   * @param profile by whose rules
   * @param json whether to answer for programs
   */
  record Order(Where where, Target target, Profile profile, boolean json) {}

  /** Checks and tells at the console what it has found. */
  int check(Order order);
}
