package dev.wrapkey.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Tells what the record of changes says. Answers with the program's exit code. */
@FunctionalInterface
public interface Recounting {

  /** The record is as Wrapkey wrote it, and so is what the fingerprint was taken of. */
  int SOUND = 0;

  /** It is not, or the fingerprint is not in it. */
  int TAMPERED = 1;

  /** The arguments make no sense. */
  int BAD_INPUT = 2;

  /** The record is there and cannot be read. */
  int UNREADABLE = 3;

  /** What to print. */
  enum Form {
    TEXT,
    CSV,
    JSON,
    /** Only whether the record is sound. */
    VERDICT
  }

  /** Where the changes were made. */
  sealed interface Whose {

    record Practice() implements Whose {}

    /**
     * In a tenant of Azure.
     *
     * @param id empty if there is a record of one only
     */
    record Tenant(Optional<String> id) implements Whose {}
  }

  /**
   * What to tell.
   *
   * @param state folder of all that the program keeps; empty for the usual place
   * @param whose which record
   * @param words only changes of which all these words are told; empty for all
   * @param since only changes that began then or later, if given
   * @param fingerprint to be found in the record, if given
   * @param form what to print
   */
  record Order(
      Optional<Path> state,
      Whose whose,
      String words,
      Optional<Instant> since,
      Optional<String> fingerprint,
      Form form) {}

  /** Tells it at the console. */
  int recount(Order order);
}
