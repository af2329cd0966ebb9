package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.azure.AzureSignIn;
import dev.wrapkey.ui.Layout;
import dev.wrapkey.ui.Legible;
import dev.wrapkey.ui.Person;
import dev.wrapkey.ui.Plans;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.Screens;
import dev.wrapkey.ui.control.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.NodeOrientation;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;

/** The window on a practice cloud, and what is wrong on any of its main pages. */
final class EveryScreen {

  static final int[][] SIZES = {{1280, 800}, {1024, 700}};

  private final Practice practice = Practice.opened();
  private final Desk desk =
      new Desk(practice)
          .with(
              AzureSignIn.forgetful(
                  practice.folder().resolve("azure"),
                  page -> {
                    throw new AssertionError(page);
                  }));
  private final List<String> faults = new ArrayList<>();
  private Stage stage;
  private Person person;

  void open(Stage newStage) {
    stage = newStage;
    desk.open(stage);
    size(SIZES[0]);
  }

  void person(FxRobot robot) {
    person = new Person(robot, stage);
  }

  /** Makes a server, of which the window then tells. */
  void deploy() {
    Person.act(() -> desk.ongoing().deployments().begin(Plans.encrypted(practice, "walked-pg")));
    person.await("a server", () -> desk.ongoing().notifications().runningProperty().get() == 0);
    Person.act(() -> {});
    person.await("the news to go", () -> person.node("notification-open").isEmpty());
  }

  void close() {
    desk.close();
    assertThat(desk.bugs()).isEmpty();
    practice.close();
  }

  void mirror() {
    Person.act(() -> stage.getScene().setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT));
  }

  /** Opens the guide beside the pages. */
  void read() {
    person.sees(Walk.SERVER);
    person.type(KeyCode.F1);
    person.await("the guide", () -> person.node("guide-page").isPresent());
  }

  /** Walks everywhere; a picture of each page is taken if its name is given. */
  List<String> faults(String pictures, List<String> pictured, Function<EveryScreen, Look> look) {
    return faults(pictures, pictured, look, (who, stop) -> new Walk(who, stop).everywhere());
  }

  List<String> faults(
      String pictures,
      List<String> pictured,
      Function<EveryScreen, Look> look,
      BiConsumer<Person, Consumer<String>> route) {
    Look looked = look.apply(this);
    try {
      route.accept(
          person,
          name -> {
            looked.at(name);
            if (pictured.contains(name)) {
              person.picture(pictures + name);
            }
          });
    } catch (AssertionError stuck) {
      throw new AssertionError(stuck.getMessage() + "\nbefore that:\n" + faults, stuck);
    }
    return faults;
  }

  /** What is done at a page. */
  interface Look {
    void at(String page);
  }

  /** Looks in both sizes of the window. */
  Look inBothSizes(Function<Scene, List<String>> question) {
    return page -> {
      for (int[] size : SIZES) {
        Person.act(() -> size(size));
        ask(page + " at " + size[0], question);
      }
      Person.act(() -> size(SIZES[0]));
      Person.act(() -> {});
    };
  }

  /** Looks once. */
  Look once(Function<Scene, List<String>> question) {
    return page -> ask(page, question);
  }

  /** Looks in both themes. */
  Look inBothThemes(Function<Scene, List<String>> question) {
    return page -> {
      for (Theme theme : new Theme[] {Theme.DARK, Theme.LIGHT}) {
        Person.act(() -> theme.apply(stage.getScene()));
        ask(page + " " + theme, question);
      }
    };
  }

  /** Looks at a screen with finer pixels, and takes its picture with all of them. */
  Look enlarged(double scale, List<String> pages, Function<Scene, List<String>> question) {
    return page -> {
      if (pages.contains(page)) {
        Person.act(() -> render(scale));
        ask(page + " at scale " + scale, question);
        Person.act(() -> Screens.enlarged(stage, "hidpi-" + page + "-" + scale, scale));
        Person.act(() -> render(1));
      }
    };
  }

  private void render(double scale) {
    stage.setRenderScaleX(scale);
    stage.setRenderScaleY(scale);
    stage.getScene().getRoot().lookupAll("*").stream()
        .filter(Parent.class::isInstance)
        .forEach(each -> ((Parent) each).requestLayout());
  }

  private void ask(String where, Function<Scene, List<String>> question) {
    Person.act(() -> {});
    Person.act(
        () -> {
          stage.getScene().getRoot().applyCss();
          stage.getScene().getRoot().layout();
          question.apply(stage.getScene()).forEach(fault -> faults.add(where + ": " + fault));
        });
  }

  static List<String> unfit(Scene scene) {
    List<String> all = new ArrayList<>(Layout.truncated(scene));
    all.addAll(misplaced(scene));
    return all;
  }

  static List<String> misplaced(Scene scene) {
    List<String> all = new ArrayList<>(Layout.outside(scene));
    all.addAll(Layout.overlapping(scene));
    return all;
  }

  static List<String> faint(Scene scene) {
    return Legible.faint(scene);
  }

  private void size(int[] size) {
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(size[0]);
    stage.setHeight(size[1]);
  }
}
