package dev.wrapkey.cli;

import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.simulator.gateway.Speed;
import java.util.Optional;

/** Rotates the keys of a server without the window. Answers with the program's exit code. */
@FunctionalInterface
public interface Rotating {

  /** It is done. */
  int DONE = 0;

  /** A step failed, or something cannot be undone; the server works on. */
  int FAILED = 1;

  /** The arguments make no sense, there is no such server, or nothing to go on with. */
  int BAD_INPUT = 2;

  /** Stopped, or the gate is closed: not yet. */
  int NOT_YET = 3;

  /** What to do. */
  sealed interface Act {

    /**
     * Begins a rotation.
     *
     * @param newVersion whether new versions are made first
     * @param key the key that the server shall have, if another one
     * @param identity the identity that it shall have, if another one
     */
    record Begin(boolean newVersion, Optional<KeyIdentifier> key, Optional<ResourceId> identity)
        implements Act {}

    /** Goes on with the server's unfinished rotation. */
    record Resume() implements Act {}

    /** Gives the server back what it had before its last rotation. */
    record RollBack() implements Act {}

    /** Disables what the last rotation has left, if the gate is open. */
    record DisableOld() implements Act {}

    /** Tells from when on that may be done, and who still needs it. */
    record Gate() implements Act {}
  }

  /**
   * How to do it.
   *
   * @param where in which cloud
   * @param server its name, or its resource identifier
   * @param act what
   * @param speed of the practice cloud's time
   * @param json whether to answer for programs
   */
  record Order(Where where, String server, Act act, Speed speed, boolean json) {}

  /** Does it and tells at the console how it goes. */
  int rotate(Order order);
}
