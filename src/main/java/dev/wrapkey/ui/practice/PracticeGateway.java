package dev.wrapkey.ui.practice;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The practice cloud's door for other programs on this machine, as the window opens it. */
public interface PracticeGateway {

  /**
   * What another program needs.
   *
   * @param address for {@code HTTPS_PROXY}
   * @param certificate the authority to trust, PEM
   * @param signIn file with the practice service principal and its secret, readable by its owner
   */
  record Access(String address, Path certificate, Path signIn) {}

  /**
   * How an attempt to open ended.
   *
   * @param access empty if it failed
   * @param problem why, for a person; empty if it did not
   */
  record Attempt(Optional<Access> access, String problem) {

    public static Attempt of(Access access) {
      return new Attempt(Optional.of(access), "");
    }

    public static Attempt failed(String problem) {
      return new Attempt(Optional.empty(), problem);
    }
  }

  /**
   * A request of another program, and how it was answered.
   *
   * @param number counts up from 1 since the door was opened
   * @param at the practice cloud's time
   * @param path without query
   * @param fault that was switched on and struck; empty if none
   */
  record Request(
      long number, Instant at, String method, String host, String path, int status, String fault) {}

  /**
   * Opens the door; to be called off the screen's thread. An open one stays as it is.
   *
   * @param port 0 for any that is free
   */
  Attempt open(int port);

  /** Closes the door, off the screen's thread; a closed one stays so. */
  void close();

  /** The requests since a number, oldest first; none while the door is closed. */
  List<Request> since(long number);
}
