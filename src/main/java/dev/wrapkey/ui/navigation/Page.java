package dev.wrapkey.ui.navigation;

import javafx.scene.Node;

/**
 * One page of the program.
 *
 * @param crumb its name in the breadcrumb, for example the server's name
 * @param content what fills the area below the breadcrumb
 * @param entered told every time the page comes to the front, also when a person comes back to it
 */
public record Page(String crumb, Node content, Runnable entered) {

  public Page(String crumb, Node content) {
    this(crumb, content, () -> {});
  }
}
