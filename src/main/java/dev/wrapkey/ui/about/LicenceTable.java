package dev.wrapkey.ui.about;

import dev.wrapkey.ui.control.DocumentEvent;
import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.keyboard.Shortcut;
import dev.wrapkey.ui.table.DrawnCell;
import dev.wrapkey.ui.view.Texts;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;

/** The libraries and their terms; the terms lead to their text. */
public final class LicenceTable extends TableView<Licence> {

  public LicenceTable() {
    getStyleClass().add("data-table");
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    add("about.licence.name", 300, Licence::name, each -> new Label(each.name()));
    add("about.licence.version", 110, Licence::version, each -> new Label(each.version()));
    add("about.licence.terms", 300, Licence::terms, LicenceTable::terms);
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
  }

  private void onKey(KeyEvent event) {
    Licence selected = getSelectionModel().getSelectedItem();
    if (Shortcut.OPEN.matches(event) && selected != null && !selected.address().isEmpty()) {
      event.consume();
      fireEvent(new DocumentEvent(selected.address()));
    }
  }

  private static Labeled terms(Licence licence) {
    if (licence.address().isEmpty()) {
      return new Label(licence.terms());
    }
    Link link = new Link(licence.terms());
    link.setFocusTraversable(false); // Enter on the row opens it
    link.setHref(licence.address());
    return link;
  }

  private void add(
      String key, double width, Function<Licence, String> text, Function<Licence, Labeled> draw) {
    TableColumn<Licence, Licence> column = new TableColumn<>(Texts.text(key));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(each -> new ReadOnlyObjectWrapper<>(each.getValue()));
    column.setCellFactory(
        c ->
            new DrawnCell<>((row, each) -> whole(draw.apply(each), text.apply(each)), text::apply));
    getColumns().add(column);
  }

  private static Labeled whole(Labeled words, String text) {
    if (words.getTooltip() == null) {
      words.setTooltip(new Tooltip(text));
    }
    return words;
  }
}
