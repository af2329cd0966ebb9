package dev.wrapkey.ui.view;

/** How a person likes the program to look, from one start to the next. Never holds a secret. */
public interface Memory {

  /**
   * What was kept.
   *
   * @param otherwise the answer if nothing was
   */
  String recall(String name, String otherwise);

  /** Keeps a short text. Failing to is no reason to disturb anybody. */
  void keep(String name, String value);
}
