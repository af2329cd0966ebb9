package dev.wrapkey.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.control.Theme;
import java.util.IdentityHashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A cell whose node is made anew is drawn without a style for one frame: it flickers. */
@OnScreen
class KeptCellsTest {

  private Names names;

  @Start
  void start(Stage stage) {
    names = new Names();
    names.show(FXCollections.observableArrayList("orders-pg", "billing-pg"), name -> {});
    Scene scene = new Scene(names, 600, 300);
    Theme.LIGHT.apply(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void aRowThatIsTakenFromItsPlaceAndPutBackKeepsWhatItDrew(FxRobot robot) {
    Map<TableCell<?, ?>, Node> before = drawn(robot);
    robot.interact(
        () ->
            before
                .keySet()
                .forEach(
                    cell -> {
                      int index = cell.getIndex();
                      cell.updateIndex(-1);
                      assertThat(cell.getGraphic()).isNull();
                      cell.updateIndex(index);
                    }));
    assertThat(before).hasSize(4);
    before.forEach((cell, node) -> assertThat(cell.getGraphic()).isSameAs(node));
  }

  @Test
  void aCellOfAnotherRowShowsTheOther(FxRobot robot) {
    robot.interact(() -> names.getSortOrder().add(names.getColumns().getFirst()));
    Map<TableCell<?, ?>, Node> after = drawn(robot);
    assertThat(after).hasSize(4);
    after.forEach(
        (cell, node) ->
            assertThat(((Labeled) node).getText())
                .isEqualTo(cell.getIndex() == 0 ? "billing-pg" : "orders-pg")
                .isEqualTo(cell.getAccessibleText()));
  }

  /** Each cell that shows something, with what it shows. */
  private Map<TableCell<?, ?>, Node> drawn(FxRobot robot) {
    Map<TableCell<?, ?>, Node> drawn = new IdentityHashMap<>();
    robot.interact(
        () -> {
          names.layout();
          for (Node each : names.lookupAll(".table-cell")) {
            if (each instanceof TableCell<?, ?> cell && cell.getGraphic() != null) {
              drawn.put(cell, cell.getGraphic());
            }
          }
        });
    return drawn;
  }

  private static final class Names extends SaidTable<String> {

    Names() {
      link("home.column.name", 200, Said::plain);
      column("home.column.region", 200, name -> new ReadOnlyObjectWrapper<>(Said.plain(name)));
    }
  }
}
