package dev.wrapkey.simulator.store;

import org.h2.mvstore.MVStore;

/** 0 to 1: a state from before there was a stamp has the form of version 1. */
record StampMigration() implements Migration {

  @Override
  public int from() {
    return 0;
  }

  @Override
  public void apply(MVStore state) {
    // the stamp itself is written after every step
  }
}
