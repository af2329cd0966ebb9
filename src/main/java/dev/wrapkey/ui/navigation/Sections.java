package dev.wrapkey.ui.navigation;

import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** The program's main sections, one of them the present one: Servers | Key vaults. */
public final class Sections extends HBox {

  /**
   * A way to a section.
   *
   * @param id the id of its tab
   * @param text its name
   * @param open goes there
   */
  public record Section(String id, String text, Runnable open) {}

  /**
   * @param present the id of the section that is shown
   */
  public Sections(List<Section> sections, String present) {
    getStyleClass().addAll("tab-strip", "sections");
    ToggleGroup group = new ToggleGroup();
    for (Section each : sections) {
      ToggleButton tab = new ToggleButton(each.text());
      tab.setId(each.id());
      tab.getStyleClass().setAll("tab");
      tab.setToggleGroup(group);
      tab.setSelected(each.id().equals(present));
      tab.setOnAction(
          e -> {
            tab.setSelected(each.id().equals(present)); // this strip stays with its page
            group.getToggles().stream()
                .filter(t -> ((ToggleButton) t).getId().equals(present))
                .forEach(t -> t.setSelected(true));
            if (!each.id().equals(present)) {
              each.open().run();
            }
          });
      getChildren().add(tab);
    }
  }
}
