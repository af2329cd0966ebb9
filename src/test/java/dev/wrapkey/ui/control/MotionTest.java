package dev.wrapkey.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What moves, with the person's choice and without one. */
@OnScreen
class MotionTest {

  private final List<Boolean> told = new ArrayList<>();
  private Stage stage;
  private Scene scene;
  private PaneHost host;
  private Spinner spinner;
  private StatusLabel busy;
  private Person person;

  @Start
  void start(Stage newStage) {
    stage = newStage;
    host = new PaneHost();
    spinner = new Spinner();
    busy = new StatusLabel(StatusLabel.Kind.BUSY, "Reading");
    host.setContent(new VBox(spinner, busy));
    scene = new Scene(host, 900, 600);
    Theme.LIGHT.apply(scene);
    stage.setScene(scene);
    stage.show();
  }

  @BeforeEach
  void sit(FxRobot robot) {
    person = new Person(robot, stage);
  }

  private void reduce(boolean motion) {
    Person.act(() -> scene.getPreferences().setReducedMotion(motion));
  }

  private static boolean goesRound(Node sign) {
    return !sign.lookupAll(".progress-indicator").isEmpty();
  }

  @Test
  void theSignOfWaitingGoesRoundOrStandsAndIsThereEitherWay() {
    reduce(false);
    assertThat(goesRound(spinner)).isTrue();
    assertThat(goesRound(busy)).isTrue();
    reduce(true);
    assertThat(goesRound(spinner)).isFalse();
    assertThat(goesRound(busy)).isFalse();
    assertThat(spinner.getChildren()).singleElement().isInstanceOf(Icon.class);
    assertThat(busy.getGraphic().isVisible()).isTrue();
    reduce(false);
    assertThat(goesRound(spinner)).isTrue();
  }

  @Test
  void withoutAChoiceOfThePersonItIsAsTheSystemHasIt() {
    reduce(true);
    Person.act(() -> Motion.follow(busy, told::add));
    Person.act(() -> scene.getPreferences().setReducedMotion(null));
    AtomicBoolean system = new AtomicBoolean();
    Person.act(() -> system.set(Platform.getPreferences().isReducedMotion()));
    boolean ofTheSystem = system.get();
    assertThat(goesRound(spinner)).isEqualTo(!ofTheSystem);
    assertThat(told.getFirst()).isTrue();
    assertThat(told.getLast()).isEqualTo(ofTheSystem);
  }

  @Test
  void aPaneSlidesOnlyWhereThingsMayMove() {
    assertThat(wayOf(pane("Slides"), false)).isNotEmpty();
    Person.act(host::close);
    assertThat(wayOf(pane("Stands"), true)).isEmpty();
  }

  private static SidePane pane(String title) {
    SidePane pane = new SidePane();
    pane.setTitle(title);
    pane.setBody(new Label(title));
    return pane;
  }

  /** Every place but its own in which a pane was before it came to rest. */
  private List<Number> wayOf(SidePane pane, boolean still) {
    List<Number> way = new ArrayList<>();
    reduce(still);
    Person.act(
        () -> {
          pane.translateXProperty().subscribe((was, now) -> way.add(now));
          host.show(pane);
        });
    if (!still) {
      person.await("the way of a pane", () -> !way.isEmpty());
    }
    person.await("the pane at rest", () -> pane.getTranslateX() == 0);
    return way;
  }
}
