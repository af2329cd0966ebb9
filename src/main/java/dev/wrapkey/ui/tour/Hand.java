package dev.wrapkey.ui.tour;

import dev.wrapkey.ui.control.Reveal;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Window;

/** A person's hand: moves the mouse, clicks and types by the toolkit's robot. */
final class Hand {

  private static final String SHIFTED_DIGITS = ")!@#$%^&*(";

  private final Screen screen;
  private final Robot robot;

  Hand(Screen screen) {
    this.screen = screen;
    robot = screen.ask(Robot::new);
  }

  /** Clicks the node with this id as soon as it is there, visible and enabled. */
  void click(String id) {
    click("#" + id, () -> screen.find(id));
  }

  /** Clicks the link or label with exactly this text. */
  void clickText(String text) {
    click(text, () -> screen.find(Labeled.class, text::equals));
  }

  /** Clicks the row of an open drop-down or list whose text satisfies the condition. */
  void clickRow(String what, Predicate<String> text) {
    click("row " + what, () -> row(text));
  }

  /** Opens a drop-down and waits for a row of it. */
  void open(String id, Predicate<String> row) {
    click(id);
    screen.await("a row in #" + id, () -> row(row).isPresent());
  }

  private Optional<Node> row(Predicate<String> text) {
    return screen
        .all()
        .filter(n -> n instanceof ListCell<?> cell && !cell.isEmpty() && Screen.isSeen(n))
        .filter(
            n ->
                Screen.below(n)
                    .anyMatch(
                        c -> c instanceof Labeled l && text.test(String.valueOf(l.getText()))))
        .findFirst();
  }

  /** Clicks into the text control with this id and replaces what is there. */
  void write(String id, String text) {
    click(id);
    chord(KeyCode.CONTROL, KeyCode.A);
    press(KeyCode.DELETE);
    type(text);
  }

  /** Types into whatever has the focus. */
  void type(String text) {
    text.chars().forEach(c -> type((char) c));
  }

  void press(KeyCode key) {
    screen.act(() -> robot.keyType(key));
  }

  void chord(KeyCode modifier, KeyCode key) {
    screen.act(
        () -> {
          robot.keyPress(modifier);
          robot.keyType(key);
          robot.keyRelease(modifier);
        });
  }

  private void click(String what, Supplier<Optional<Node>> finder) {
    screen.await(what + " to click", () -> finder.get().isPresent());
    screen.act(() -> finder.get().ifPresent(Reveal::middle));
    screen.act(() -> {}); // one layout pass, so that what was scrolled has moved
    screen.await(what + " in its window", () -> finder.get().filter(Hand::isInWindow).isPresent());
    screen.act(() -> finder.get().ifPresentOrElse(this::hit, () -> vanish(what)));
  }

  // What has just come may be laid out in the next frame only; beside all windows is nothing to
  // hit.
  private static boolean isInWindow(Node node) {
    Bounds bounds = node.localToScreen(node.getBoundsInLocal());
    Window window = node.getScene().getWindow();
    double x = across(bounds) - window.getX();
    double y = bounds.getCenterY() - window.getY();
    return x >= 0 && y >= 0 && x < window.getWidth() && y < window.getHeight();
  }

  private static double across(Bounds bounds) {
    return bounds.getMinX() + Math.min(bounds.getWidth() / 2, 60);
  }

  private static void vanish(String what) {
    throw new TourFailed(what + " vanished before the click");
  }

  private void hit(Node node) {
    Bounds bounds = node.localToScreen(node.getBoundsInLocal());
    robot.mouseMove(across(bounds), bounds.getCenterY());
    robot.mouseClick(MouseButton.PRIMARY);
  }

  private void type(char c) {
    boolean shift =
        Character.isUpperCase(c) || SHIFTED_DIGITS.indexOf(c) >= 0 || c == '_' || c == ':';
    screen.act(
        () -> {
          if (shift) {
            robot.keyPress(KeyCode.SHIFT);
          }
          robot.keyType(keyOf(c));
          if (shift) {
            robot.keyRelease(KeyCode.SHIFT);
          }
        });
  }

  private static KeyCode keyOf(char c) {
    int digit = SHIFTED_DIGITS.indexOf(c);
    return switch (c) {
      case '-', '_' -> KeyCode.MINUS;
      case '.' -> KeyCode.PERIOD;
      case '/' -> KeyCode.SLASH;
      case ';', ':' -> KeyCode.SEMICOLON;
      case ' ' -> KeyCode.SPACE;
      default ->
          KeyCode.getKeyCode(
              digit >= 0 ? String.valueOf(digit) : String.valueOf(Character.toUpperCase(c)));
    };
  }
}
