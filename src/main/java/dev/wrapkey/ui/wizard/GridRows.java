package dev.wrapkey.ui.wizard;

import dev.wrapkey.ui.control.Icon;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.view.Texts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * An editable grid of text fields over {@link GrowingRows}: header, rows, a bin on every filled
 * row.
 */
public final class GridRows<R extends GrowingRows.Row> {

  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

  /**
   * A column.
   *
   * @param id ends the ids of its fields
   * @param header key of its header, also its placeholder
   * @param width in pixels
   * @param input the column's input in a row
   * @param choices what can be chosen, and the key of its words; empty for a text
   */
  public record Column<R>(
      String id,
      String header,
      double width,
      Function<R, Input> input,
      SequencedMap<String, String> choices) {

    /** A column of texts. */
    public Column(String id, String header, double width, Function<R, Input> input) {
      this(id, header, width, input, new LinkedHashMap<>());
    }
  }

  private final VBox box;
  private final GrowingRows<R> rows;
  private final List<Column<R>> columns;
  private final Map<R, Node> lines = new HashMap<>();

  private GridRows(VBox box, GrowingRows<R> rows, List<Column<R>> columns) {
    this.box = box;
    this.rows = rows;
    this.columns = columns;
  }

  /** Fills {@code box} and keeps it in step with the rows. */
  public static <R extends GrowingRows.Row> void show(
      VBox box, GrowingRows<R> rows, List<Column<R>> columns) {
    box.getStyleClass().add("edit-grid");
    GridRows<R> grid = new GridRows<>(box, rows, columns);
    grid.refresh();
    rows.rows().addListener((InvalidationListener) o -> grid.refresh());
  }

  private void refresh() {
    lines.keySet().retainAll(rows.rows());
    box.getChildren().setAll(header());
    rows.rows().forEach(row -> box.getChildren().add(lines.computeIfAbsent(row, this::line)));
  }

  private Node header() {
    HBox header = new HBox();
    header.getStyleClass().add("edit-grid-header");
    for (Column<R> column : columns) {
      Label label = new Label(Texts.text(column.header()));
      label.setMinWidth(column.width());
      label.setPrefWidth(column.width());
      header.getChildren().add(label);
    }
    return header;
  }

  private Node line(R row) {
    HBox fields = new HBox();
    fields.getStyleClass().add("edit-grid-row");
    columns.forEach(column -> fields.getChildren().add(control(row, column)));
    fields.getChildren().add(bin(row));
    StringExpression problem = problemOf(row);
    Label message = new Label();
    message.getStyleClass().add("edit-grid-problem");
    message.setWrapText(true);
    message.textProperty().bind(problem);
    Shown.when(message, problem.isNotEmpty());
    return new VBox(fields, message);
  }

  private Node control(R row, Column<R> column) {
    return column.choices().isEmpty() ? field(row, column) : choice(row, column);
  }

  private ComboBox<String> choice(R row, Column<R> column) {
    ComboBox<String> box = new ComboBox<>();
    box.setId(column.id() + "-" + rows.rows().indexOf(row));
    box.getItems().setAll(column.choices().keySet());
    box.setConverter(new ChoiceWords(column.choices()));
    box.setAccessibleText(Texts.text(column.header()));
    box.setPrefWidth(column.width());
    box.setMinWidth(column.width());
    box.valueProperty().bindBidirectional(column.input().apply(row).valueProperty());
    return box;
  }

  private TextField field(R row, Column<R> column) {
    Input input = column.input().apply(row);
    TextField field = new TextField();
    field.setId(column.id() + "-" + rows.rows().indexOf(row));
    field.setPromptText(Texts.text(column.header()));
    field.setAccessibleText(Texts.text(column.header()));
    field.setPrefWidth(column.width());
    field.setMinWidth(column.width());
    field.textProperty().bindBidirectional(input.valueProperty());
    input.problemProperty().subscribe(p -> field.pseudoClassStateChanged(INVALID, !p.isEmpty()));
    return field;
  }

  private Button bin(R row) {
    Button bin = new Button();
    bin.setGraphic(new Icon("delete"));
    bin.getStyleClass().add("command");
    bin.setAccessibleText(Texts.text("control.grid.delete"));
    bin.setTooltip(new Tooltip(Texts.text("control.grid.delete")));
    bin.visibleProperty().bind(row.emptyProperty().not());
    bin.setOnAction(e -> rows.remove(row));
    return bin;
  }

  private StringExpression problemOf(R row) {
    List<Input> inputs = columns.stream().map(c -> c.input().apply(row)).toList();
    return Bindings.createStringBinding(
        () ->
            inputs.stream()
                .map(i -> i.problemProperty().get())
                .filter(p -> !p.isEmpty())
                .findFirst()
                .orElse(""),
        inputs.stream().map(Input::problemProperty).toArray(StringExpression[]::new));
  }
}
