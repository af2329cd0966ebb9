package dev.wrapkey.simulator.store;

import org.h2.mvstore.MVStore;

/** One step from a version of the stored form to the next. */
interface Migration {

  /** The version it starts from. */
  int from();

  /** Changes a state of that version into one of the next. */
  void apply(MVStore state);
}
