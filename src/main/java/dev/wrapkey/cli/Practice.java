package dev.wrapkey.cli;

import dev.wrapkey.simulator.gateway.Speed;
import dev.wrapkey.simulator.world.Agenda;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What {@code wrapkey practice} can do. Every call answers with the program's exit code. */
public interface Practice {

  /**
   * How to serve.
   *
   * @param state folder of the practice cloud; empty for the usual place
   * @param port 0 for any that is free
   * @param certificate gets the certificate that clients must trust
   * @param speed of the practice cloud's time
   * @param seed of the faults' chance; drawn if nobody chooses it
   */
  record Serve(
      Optional<Path> state, int port, Path certificate, Speed speed, Optional<Long> seed) {}

  /**
   * How to wrap a key for transfer.
   *
   * @param key file of the private key
   * @param password file whose first line is its password, if it has one
   * @param exchangeKey file of the key exchange key's public half
   * @param kid the identifier of the key exchange key
   * @param out the file to write
   */
  record Wrap(Path key, Optional<Path> password, Path exchangeKey, String kid, Path out) {}

  /** What rehearses, in a practice cloud that nobody has open. */
  Rehearsing rehearsing();

  /** Writes a transfer file. */
  int wrap(Wrap how);

  /** Serves until the program is told to stop. */
  int serve(Serve how);

  /** Asks a gateway that serves a state folder, and prints what it says. */
  int clock(Optional<Path> state);

  /**
   * Steers the clock of a gateway that serves a state folder.
   *
   * @param body as the control interface takes it
   */
  int clock(Optional<Path> state, String body);

  /**
   * Asks a gateway what will happen by itself.
   *
   * @param kinds only these; empty for all
   */
  int timeline(Optional<Path> state, List<Agenda.Kind> kinds);

  /** Asks a gateway which faults are on and which there are. */
  int faults(Optional<Path> state);

  /**
   * Switches a fault on.
   *
   * @param body as the control interface takes it
   */
  int faultOn(Optional<Path> state, String name, String body);

  /** Switches a fault off. */
  int faultOff(Optional<Path> state, String name);

  /** Sets the practice cloud of a gateway back to the starter landscape. */
  int reset(Optional<Path> state);

  /** Asks a gateway by which rules servers live and die with their keys. */
  int profile(Optional<Path> state);

  /**
   * Changes the rules of a gateway that serves a state folder.
   *
   * @param body as the control interface takes it
   */
  int profile(Optional<Path> state, String body);

  /**
   * Tries to connect to a server.
   *
   * @param body as the control interface takes it
   */
  int connect(Optional<Path> state, String body);

  /**
   * Writes rows into a server.
   *
   * @param body as the control interface takes it
   */
  int load(Optional<Path> state, String body);
}
