package dev.wrapkey.ui.navigation;

import java.util.function.BooleanSupplier;
import javafx.scene.Node;

/**
 * One page of the program.
 *
 * @param crumb its name in the breadcrumb, for example the server's name
 * @param content what fills the area below the breadcrumb
 * @param entered told every time the page comes to the front, also when a person comes back to it
 * @param mayLeave asked before the page is left, for another one or for good; it may ask the person
 */
public record Page(String crumb, Node content, Runnable entered, BooleanSupplier mayLeave) {

  public Page(String crumb, Node content, Runnable entered) {
    this(crumb, content, entered, () -> true);
  }

  public Page(String crumb, Node content) {
    this(crumb, content, () -> {});
  }
}
