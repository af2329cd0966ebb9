package dev.wrapkey.app;

import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.guide.GuideShelf;
import dev.wrapkey.ui.guide.KeyboardPane;
import dev.wrapkey.ui.keyboard.Shortcut;
import dev.wrapkey.ui.shell.PageStack;
import dev.wrapkey.ui.shell.Reach;
import dev.wrapkey.ui.shell.ShellView;
import dev.wrapkey.ui.view.Texts;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyEvent;

/**
 * What the keys of the whole window do. While a pane lies on the page, nothing happens to the page
 * below it.
 */
final class WindowKeys {

  private final ShellView shell;
  private final PaneHost host;
  private final PageStack stack;
  private final Runnable create;
  private final GuideShelf shelf;

  /**
   * @param shell the frame, loaded
   * @param create goes to the wizard
   */
  WindowKeys(ShellView shell, PageStack stack, Runnable create) {
    this.shell = shell;
    this.host = Optional.ofNullable(shell.host()).orElseThrow();
    this.stack = stack;
    this.create = create;
    shelf = new GuideShelf(shell.row(), host);
  }

  /** Listens to the keys of the frame, and puts what helps into its menu of help. */
  void install(Parent root) {
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    shell.help().getItems().add(0, item("help-guide", "guide.menu", Shortcut.GUIDE));
    shell.help().getItems().add(1, item("help-keyboard", "keyboard.menu", Shortcut.KEYBOARD));
  }

  private MenuItem item(String id, String text, Shortcut does) {
    MenuItem item = new MenuItem(Texts.text(text, does.written().findFirst().orElseThrow()));
    item.setId(id);
    item.setOnAction(e -> act(does));
    return item;
  }

  private void onKey(KeyEvent pressed) {
    Shortcut.Place.WINDOW.shortcuts().stream()
        .filter(each -> each.matches(pressed))
        .findFirst()
        .ifPresent(
            meant -> {
              pressed.consume();
              act(meant);
            });
  }

  /** Does what a key of the window means. */
  void act(Shortcut meant) {
    switch (meant) {
      case GUIDE -> shelf.turn();
      case KEYBOARD -> KeyboardPane.open(host);
      case FILTER -> Reach.filter(inFront()).ifPresent(Node::requestFocus);
      default -> {
        if (host.top().isEmpty()) {
          actOnPage(meant);
        }
      }
    }
  }

  private void actOnPage(Shortcut meant) {
    switch (meant) {
      case CREATE -> create.run();
      case REFRESH -> Reach.refresh(shell.present()).ifPresent(button -> button.fire());
      case BACK -> stack.back();
      case HOME -> stack.home();
      case SETTINGS -> shell.onSettings();
      default -> throw new IllegalArgumentException("no key of the window: " + meant);
    }
  }

  private Node inFront() {
    return host.top().<Node>map(pane -> pane).orElse(shell.present());
  }
}
