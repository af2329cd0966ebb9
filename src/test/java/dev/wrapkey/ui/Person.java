package dev.wrapkey.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Looks at the screen and works it as a person does: scrolls, clicks, types, waits. */
public final class Person {

  private static final int PATIENCE_SECONDS = 90;
  private static final int MOST_TABS = 80;

  private final FxRobot robot;
  private final Stage stage;
  private Robot hand;

  public Person(FxRobot robot, Stage stage) {
    this.robot = robot;
    this.stage = stage;
  }

  /** Clicks the node with this id once it is there, visible and enabled. */
  public void click(String id) {
    AtomicReference<Node> found = new AtomicReference<>();
    await(
        "#" + id + " to click",
        () -> {
          usable(id).ifPresent(found::set);
          return found.get() != null;
        });
    click(found::get);
  }

  private void click(Supplier<Node> node) {
    act(
        () -> {
          Nodes.lay(node.get()); // what has just come or was scrolled is not yet where it will be
          Nodes.reveal(node.get());
          Nodes.lay(node.get());
        });
    await(
        "its place in the window",
        () -> Nodes.isInside(node.get())); // a pane slides in from outside
    act(
        () -> {
          Bounds bounds = node.get().localToScreen(node.get().getBoundsInLocal());
          double x = bounds.getMinX() + Math.min(bounds.getWidth() / 2, 60);
          front(node.get()); // without a window in front there is nothing to click in
          hand().mouseMove(x, bounds.getCenterY());
          hand().mouseClick(MouseButton.PRIMARY);
        });
    act(() -> {});
  }

  // A window of an earlier test that closes late takes the front from one that believes to have it.
  private void front(Node node) {
    Window window = node.getScene().getWindow();
    (window instanceof PopupWindow ? stage : window).requestFocus();
  }

  /** Replaces what stands in a text control, as pasting does. */
  public void write(String id, String text) {
    click(id);
    act(() -> ((TextInputControl) usable(id).orElseThrow()).setText(text));
  }

  /** Opens a drop-down, clicks the row that contains a text, and sees it chosen. */
  public void pick(String id, String text) {
    open(id);
    clickRow(row -> row.contains(text));
    await("#" + id + " to close", () -> !box(id).isShowing());
    if (ask(() -> box(id).getValue() == null)) { // its list was still arriving
      open(id);
      clickRow(row -> row.contains(text));
    }
    seesChosen(id);
  }

  /**
   * Opens a drop-down and clicks the row that contains a text, where a choice has the page put
   * another drop-down in its place, soon or at once: it can only be seen by what comes of it.
   */
  public void take(String id, String text) {
    open(id);
    clickRow(row -> row.contains(text));
    await("#" + id + " to close", () -> !box(id).isShowing());
  }

  /** Opens a drop-down and types what is wanted, for lists too long to see whole. */
  public void find(String id, String text) {
    open(id);
    letters(text);
    type(KeyCode.ENTER);
    seesChosen(id);
  }

  private void open(String id) {
    click(id);
    await("rows of #" + id, () -> box(id).isShowing() && !box(id).getItems().isEmpty());
  }

  private void seesChosen(String id) {
    await("a choice in #" + id, () -> box(id).getValue() != null && !box(id).isShowing());
  }

  private ComboBox<?> box(String id) {
    return (ComboBox<?>) node(id).orElseThrow();
  }

  /** Clicks the link or button with exactly this text. */
  public void clickText(String text) {
    Supplier<Optional<Node>> node =
        () ->
            Nodes.all()
                .filter(n -> n instanceof Labeled l && text.equals(l.getText()) && Nodes.isSeen(n))
                .findFirst();
    await(text, () -> node.get().isPresent());
    click(() -> node.get().orElseThrow());
  }

  /** Clicks a row of an open drop-down or of a list. */
  public void clickRow(Predicate<String> text) {
    await("a row", () -> row(text).isPresent());
    click(() -> row(text).orElseThrow());
  }

  public Optional<Node> row(Predicate<String> text) {
    return Nodes.all()
        .filter(n -> n instanceof ListCell<?> cell && !cell.isEmpty() && Nodes.isSeen(n))
        .filter(
            n ->
                Nodes.below(n).anyMatch(c -> c instanceof Labeled l && text.test("" + l.getText())))
        .findFirst();
  }

  public void type(KeyCode... keys) {
    for (KeyCode key : keys) {
      act(() -> hand().keyType(key));
    }
    act(() -> {});
  }

  // All between two frames: on a busy machine a pause would begin a new word.
  private void letters(String text) {
    act(() -> text.toUpperCase(Locale.ROOT).chars().forEach(c -> hand().keyType(key((char) c))));
    act(() -> {});
  }

  private static KeyCode key(char letter) {
    return switch (letter) {
      case ' ' -> KeyCode.SPACE;
      case '-' -> KeyCode.MINUS;
      default -> KeyCode.getKeyCode(String.valueOf(letter));
    };
  }

  /** Does something on the toolkit's thread and waits until it is done. */
  public static void act(Runnable action) {
    ask(
        () -> {
          action.run();
          return true;
        });
  }

  private static <T> T ask(Supplier<T> question) {
    try {
      return CompletableFuture.supplyAsync(question, Platform::runLater)
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException failed) {
      throw new AssertionError(failed);
    }
  }

  private Robot hand() {
    if (hand == null) {
      hand = new Robot();
    }
    return hand;
  }

  /** Waits until a visible text contains these words. */
  public void sees(String words) {
    await("\"" + words + "\"", () -> words().contains(words));
  }

  /** Every text a person can read now, one a line. */
  public String seen() {
    return ask(this::words);
  }

  /** Whether these words can be read now; to be asked within {@link #await}. */
  public boolean reads(String what) {
    return words().contains(what);
  }

  private String words() {
    return Nodes.all()
        .filter(Nodes::isSeen)
        .map(
            n ->
                switch (n) {
                  case Labeled labeled -> labeled.getText();
                  case javafx.scene.control.PasswordField hidden -> "*".repeat(hidden.getLength());
                  case TextInputControl input -> input.getText();
                  default -> null;
                })
        .filter(t -> t != null && !t.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /** The visible node with this id, enabled or not. */
  public Optional<Node> node(String id) {
    return Nodes.all().filter(n -> id.equals(n.getId()) && Nodes.isSeen(n)).findFirst();
  }

  public Optional<Node> usable(String id) {
    return node(id).filter(n -> !n.isDisabled());
  }

  /** Id of the node with the focus; empty if it has none. */
  public String focus() {
    return ask(
        () -> {
          Node owner = stage.getScene().getFocusOwner();
          return owner == null || owner.getId() == null ? "" : owner.getId();
        });
  }

  public void await(String what, BooleanSupplier condition) {
    try {
      WaitForAsyncUtils.waitFor(
          PATIENCE_SECONDS, TimeUnit.SECONDS, () -> ask(condition::getAsBoolean));
    } catch (TimeoutException never) {
      throw new AssertionError("waited in vain for " + what + ", seeing:\n" + seen(), never);
    }
  }

  /**
   * Takes the picture in both themes, of a screen on which every control has a name and a role for
   * screen readers.
   */
  public void picture(String name) {
    List<String> silent = ask(() -> Accessible.silent(stage.getScene()));
    if (!silent.isEmpty()) {
      throw new AssertionError("on the screen " + name + ":\n" + String.join("\n", silent));
    }
    Screens.take(robot, stage, name);
  }

  /** Goes on by the tab key until the node with this id has the focus. */
  public void tabTo(String id) {
    await("#" + id + " to reach", () -> usable(id).isPresent());
    List<String> passed = new ArrayList<>();
    while (!focus().equals(id)) {
      passed.add(focus());
      if (passed.size() > MOST_TABS) {
        throw new AssertionError("the tab key does not reach " + id + " but " + passed);
      }
      type(KeyCode.TAB);
    }
  }

  /** Goes there by the tab key and types. */
  public void enter(String id, String text) {
    tabTo(id);
    Node field = node(id).orElseThrow();
    for (char c : text.toCharArray()) {
      String letter = String.valueOf(c);
      act(
          () ->
              Event.fireEvent(
                  field,
                  new KeyEvent(
                      KeyEvent.KEY_TYPED,
                      letter,
                      "",
                      KeyCode.UNDEFINED,
                      false,
                      false,
                      false,
                      false)));
    }
  }

  /** Goes to a drop-down by the tab key, types the beginning of a row, and closes it. */
  public void choose(String id, String beginning) {
    tabTo(id);
    await("rows of #" + id, () -> !box(id).getItems().isEmpty());
    letters(beginning);
    if (ask(() -> box(id).isShowing())) {
      type(KeyCode.ENTER);
    }
    seesChosen(id);
  }
}
