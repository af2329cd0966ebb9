package dev.wrapkey.ui.health;

import dev.wrapkey.ui.control.AllOr;
import dev.wrapkey.ui.control.Icon;
import dev.wrapkey.ui.view.Texts;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import org.controlsfx.control.textfield.CustomTextField;

/** What a person wants to see: a word, and one of each facet. */
public final class FilterBar extends HBox {

  private static final double WORDS = 220;
  private static final double FACET = 180;

  public FilterBar() {
    setSpacing(8);
    setAlignment(Pos.CENTER_LEFT);
  }

  void show(Filters filters) {
    CustomTextField text = new CustomTextField();
    text.setId("health-text");
    text.setPromptText(Texts.text("health.filter"));
    text.setAccessibleText(Texts.text("health.filter"));
    text.setPrefWidth(WORDS);
    text.setLeft(new Icon("search"));
    text.textProperty().bindBidirectional(filters.textProperty());
    getChildren().setAll(text);
    for (Facet facet : Facet.values()) {
      getChildren().add(box(filters, facet));
    }
  }

  private static ComboBox<String> box(Filters filters, Facet facet) {
    String all = Texts.text("health.all." + facet);
    ComboBox<String> box = new ComboBox<>(filters.offered(facet));
    box.setId("health-" + facet.name().toLowerCase(Locale.ROOT));
    box.setConverter(new AllOr(all));
    box.setAccessibleText(all);
    box.setPrefWidth(FACET);
    Bindings.bindBidirectional(box.valueProperty(), filters.value(facet));
    return box;
  }
}
