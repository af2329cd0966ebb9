package dev.wrapkey.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

@OnScreen
class CommandBarTest {

  private Button one;
  private Button two;
  private TextField filter;
  private CommandBar bar;
  private Pane page;

  @Start
  void start(Stage stage) {
    one = new Button("Create a server");
    two = new Button("Rotate the keys of many");
    filter = new TextField();
    bar = new CommandBar();
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    filter.setPrefWidth(240);
    filter.setMinWidth(140);
    bar.getChildren().setAll(one, two, gap, filter);
    bar.setManaged(false); // its size is the test's
    two.setMinWidth(80); // as the style sheets have it
    page = new Pane(bar);
    stage.setScene(new Scene(page, 900, 400));
    stage.show();
  }

  private void width(double width) {
    Person.act(
        () -> {
          page.applyCss();
          bar.resize(width, bar.prefHeight(width));
          bar.layout();
        });
  }

  private static double wanted(Node... nodes) {
    return List.of(nodes).stream().mapToDouble(each -> each.prefWidth(-1)).sum();
  }

  @Test
  void whereThereIsRoomItIsOneRowAndTheFilterStandsAtItsEnd() {
    width(900);
    assertThat(one.getLayoutY()).isEqualTo(two.getLayoutY());
    assertThat(filter.getLayoutX() + filter.getWidth()).isEqualTo(900);
    assertThat(filter.getWidth()).isEqualTo(240);
  }

  @Test
  void whatMayGiveWayDoesSoBeforeARowIsBegun() {
    width(wanted(one, two) + 200);
    assertThat(filter.getLayoutY()).isLessThan(one.getHeight());
    assertThat(filter.getWidth()).isBetween(140.0, 239.0);
    assertThat(two.getWidth()).isGreaterThanOrEqualTo(two.prefWidth(-1));
  }

  @Test
  void whereThereIsNoRoomItBeginsARowAndEveryWordStaysWhole() {
    width(wanted(two) + 20);
    assertThat(two.getLayoutY()).isGreaterThanOrEqualTo(one.getLayoutY() + one.getHeight());
    assertThat(two.getWidth()).isGreaterThanOrEqualTo(two.prefWidth(-1));
    assertThat(filter.getLayoutY() + filter.getHeight()).isLessThanOrEqualTo(bar.getHeight());
  }
}
