package dev.wrapkey.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.control.Picker;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@OnScreen
class BoundTest {

  private final ObjectProperty<List<String>> rows =
      new SimpleObjectProperty<>(List.of("v6", "v5", "v4"));
  private final ObjectProperty<String> value = new SimpleObjectProperty<>("v5");
  private final List<String> wishes = new ArrayList<>();
  private Picker<String> list;

  @Start
  void start(Stage stage) {
    list = new Picker<>();
    stage.setScene(new Scene(list));
    stage.show();
    Bound.choice(
        list,
        rows,
        value,
        wish -> {
          wishes.add(wish);
          value.set(wish);
        });
  }

  @Test
  void otherRowsAreNobodysWish(FxRobot robot) {
    for (List<String> other :
        List.of(
            List.of("v5", "v4"),
            List.of("x2", "x1", "v5"),
            List.of("v6", "v5", "v4"),
            List.of("y1", "y2", "y3"),
            List.of("v6", "v5"))) {
      robot.interact(() -> rows.set(other));
      assertThat(value.get()).as("%s", other).isEqualTo("v5");
      assertThat(list.getValue()).as("%s", other).isEqualTo("v5");
    }
    assertThat(wishes).isEmpty();
  }

  @Test
  void aChosenRowIsAWishAndARefusedOneGoesBack(FxRobot robot) {
    robot.interact(() -> list.setValue("v4"));
    assertThat(wishes).containsExactly("v4");
    assertThat(value.get()).isEqualTo("v4");
    robot.interact(() -> value.set("v6"));
    assertThat(list.getValue()).isEqualTo("v6");
    assertThat(wishes).hasSize(1);
  }
}
