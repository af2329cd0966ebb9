package dev.wrapkey.ui.navigation;

/** The person's own browser. */
@FunctionalInterface
public interface Browser {

  /** Opens a public page outside of the program. */
  void open(String address);
}
