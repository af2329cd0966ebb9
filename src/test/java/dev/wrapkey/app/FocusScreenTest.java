package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

@OnScreen
class FocusScreenTest extends OwnWindowScreen {

  private static final int MOST = 60;

  /** A stop of the tab key: what it is, where in its form it stands, and how it looks there. */
  private record Stop(Node node, Node form, Bounds place, List<Object> look) {
    @Override
    public String toString() {
      return node.getClass().getSimpleName() + " #" + node.getId() + node.getStyleClass();
    }
  }

  @Start
  void start(Stage newStage) {
    begin(newStage);
  }

  @BeforeEach
  void openWizard() {
    person.click("create-server");
    person.await("the wizard", () -> person.usable("name").isPresent());
    person.await("regions", () -> person.usable("region").isPresent());
  }

  @Test
  void everyStopOfTheTabKeyIsSeen() {
    List<String> unseen = new ArrayList<>();
    Set<Node> passed = new HashSet<>();
    person.click("name");
    Stop last = stop();
    while (passed.add(last.node()) && passed.size() < MOST) {
      person.type(KeyCode.TAB);
      Stop next = stop();
      if (lookOf(last.node()).equals(last.look())) {
        unseen.add(last.toString());
      }
      last = next;
    }
    assertThat(passed).hasSizeBetween(15, MOST - 1);
    assertThat(unseen).as("looks the same with and without the focus").isEmpty();
  }

  private Stop stop() {
    AtomicReference<Stop> found = new AtomicReference<>();
    Person.act(
        () -> {
          Node owner = stage.getScene().getFocusOwner();
          Node form = form(owner);
          Bounds place = owner.localToScene(owner.getBoundsInLocal());
          found.set(
              new Stop(owner, form, form == null ? place : form.sceneToLocal(place), look(owner)));
        });
    return found.get();
  }

  private static List<Object> lookOf(Node node) {
    AtomicReference<List<Object>> look = new AtomicReference<>();
    Person.act(() -> look.set(look(node)));
    return look.get();
  }

  private static Node form(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each.getParent() instanceof ScrollPane || each.getStyleClass().contains("content")) {
        return each;
      }
    }
    return null;
  }

  private static List<Object> look(Node node) {
    node.getScene().getRoot().applyCss();
    return Stream.concat(Stream.of(node.getParent()), below(node))
        .filter(Region.class::isInstance)
        .map(Region.class::cast)
        .flatMap(
            each ->
                Stream.of(Arrays.asList(each.getBackground(), each.getBorder(), each.getEffect())))
        .map(Object.class::cast)
        .toList();
  }

  private static Stream<Node> below(Node node) {
    return node instanceof Parent parent
        ? Stream.concat(
            Stream.of(node),
            parent.getChildrenUnmodifiable().stream().flatMap(FocusScreenTest::below))
        : Stream.of(node);
  }
}
