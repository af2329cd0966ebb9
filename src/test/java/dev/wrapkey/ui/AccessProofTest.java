package dev.wrapkey.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** The walks over the screens find what they look for. */
@OnScreen
class AccessProofTest {

  private Stage stage;

  @Start
  void start(Stage newStage) {
    stage = newStage;
  }

  private static Button button(String id) {
    Button button = new Button(id);
    button.setId(id);
    return button;
  }

  private List<String> asked(Supplier<Node> page, Function<Scene, List<String>> question) {
    List<String> found = new ArrayList<>();
    Person.act(
        () -> {
          Scene scene = new Scene(new VBox(page.get()), 400, 300);
          stage.setScene(scene);
          stage.show();
          scene.getRoot().layout();
          found.addAll(question.apply(scene));
        });
    return found;
  }

  private static VBox tall(Node first, Node last) {
    Region tall = new Region();
    tall.setMinHeight(2000);
    return new VBox(first, tall, last);
  }

  private static Region dot() {
    Region dot = new Region();
    dot.setOnMouseClicked(click -> {});
    return dot;
  }

  private static Region toldDot() {
    Region dot = dot();
    dot.setAccessibleRole(AccessibleRole.BUTTON);
    dot.setAccessibleText("Dot");
    dot.setFocusTraversable(true);
    return dot;
  }

  @Test
  void aPageInOrderHasNoFaults() {
    assertThat(
            asked(
                () -> new VBox(button("one"), new HBox(button("two"), button("three"))),
                TabWalk::faults))
        .isEmpty();
  }

  @Test
  void aJumpUpThePageIsFound() {
    assertThat(
            asked(
                () -> {
                  Button two = button("two");
                  two.setManaged(false);
                  two.resizeRelocate(0, 150, 50, 20);
                  return new VBox(button("one"), two, button("three"));
                },
                TabWalk::faults))
        .singleElement()
        .asString()
        .contains("jumps back from Button#two");
  }

  @Test
  void aJumpBackInARowIsFound() {
    assertThat(
            asked(
                () -> {
                  Button one = button("one");
                  one.setTranslateX(200);
                  return new HBox(one, button("two"));
                },
                TabWalk::faults))
        .singleElement()
        .asString()
        .contains("jumps back from Button#one");
  }

  @Test
  void whatCatchesTheFocusIsFound() {
    assertThat(
            asked(
                () -> {
                  Button trap = button("trap");
                  trap.addEventFilter(KeyEvent.KEY_PRESSED, KeyEvent::consume);
                  return new VBox(button("one"), trap);
                },
                TabWalk::faults))
        .anySatisfy(fault -> assertThat(fault).contains("caught in Button#trap"));
  }

  @Test
  void whatStandsWhereNobodySeesItIsFound() {
    assertThat(asked(() -> tall(button("one"), button("two")), TabWalk::faults))
        .anySatisfy(fault -> assertThat(fault).contains("out of sight: Button#two"));
  }

  @Test
  void whatIsScrolledIntoSightIsNoFault() {
    assertThat(
            asked(
                () -> {
                  ScrollPane pane = new ScrollPane(tall(button("one"), button("two")));
                  pane.setMaxHeight(200);
                  return pane;
                },
                TabWalk::faults))
        .isEmpty();
  }

  @Test
  void whatNeedsAMouseIsFound() {
    assertThat(asked(() -> new VBox(dot()), Clickable::mute)).hasSize(4);
    assertThat(asked(() -> new VBox(toldDot()), Clickable::mute))
        .singleElement()
        .asString()
        .contains("on no key");
  }
}
