package dev.wrapkey.ui.settings;

import java.net.URI;
import java.util.Optional;

/** Knows where to ask for newer versions of this program. Nothing is asked unless it is wanted. */
public interface Updates {

  /** What was answered. */
  sealed interface Answer {}

  /**
   * There is a newer version.
   *
   * @param version the newer one
   * @param page where it is told of; empty if nobody says
   */
  record Newer(String version, Optional<URI> page) implements Answer {}

  /**
   * There is none.
   *
   * @param version this one
   */
  record Newest(String version) implements Answer {}

  /**
   * Nobody knows.
   *
   * @param why one line
   */
  record Unknown(String why) implements Answer {}

  /** Where this build asks; empty if it knows no address. */
  Optional<URI> address();

  /** Asks; takes as long as the network does. */
  Answer ask();
}
