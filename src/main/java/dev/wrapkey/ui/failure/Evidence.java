package dev.wrapkey.ui.failure;

import java.util.SequencedMap;

/** Collects what helps to understand a bug, without secrets. */
@FunctionalInterface
public interface Evidence {

  /**
   * The files of a report, by name.
   *
   * @param happened what is known of the bug itself, without secrets
   */
  SequencedMap<String, String> collect(String happened);
}
