package dev.wrapkey.ui.control;

import javafx.beans.DefaultProperty;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * One row of a form: a label and its control, with what there is to say about it. In a pane that is
 * too narrow for two columns, {@code stacked} puts the label above the control.
 */
@DefaultProperty("content")
public final class Field extends GridPane {

  private static final double CONTROL_WIDTH = 438;

  private final FieldLabel caption = new FieldLabel();
  private final FieldNotes notes = new FieldNotes();
  private final StackPane place = new StackPane();
  private final VBox column = new VBox();
  private final Icon tick = new Icon("check", 14);

  private final ObjectProperty<@Nullable Node> content =
      new SimpleObjectProperty<>(this, "content");
  private final ObjectProperty<@Nullable Node> under = new SimpleObjectProperty<>(this, "under");
  private final StringProperty problem = new SimpleStringProperty(this, "problem", "");
  private final BooleanProperty changed = new SimpleBooleanProperty(this, "changed");
  private final BooleanProperty valid = new SimpleBooleanProperty(this, "valid");
  private final BooleanProperty stacked = new SimpleBooleanProperty(this, "stacked");
  private final DoubleProperty controlWidth =
      new SimpleDoubleProperty(this, "controlWidth", CONTROL_WIDTH);

  public Field() {
    getStyleClass().add("field");
    place.getStyleClass().add("field-control");
    place.setAlignment(Pos.TOP_LEFT);
    tick.getStyleClass().add("field-tick");
    StackPane.setAlignment(tick, Pos.CENTER_RIGHT);
    column.getStyleClass().add("field-column");
    column.maxWidthProperty().bind(controlWidth);
    column.prefWidthProperty().bind(controlWidth);
    column.setMinWidth(0);
    setValignment(caption, VPos.TOP);
    content.subscribe(this::place);
    under.subscribe(this::arrange);
    stacked.subscribe(this::lay);
    problem.subscribe(this::judge);
    changed.subscribe(on -> mark("changed", on));
    valid.subscribe(on -> mark("valid", on));
    tick.visibleProperty().bind(valid.and(notes.problemProperty().isEmpty()));
    caption.textProperty().subscribe(this::tell);
  }

  /** A problem of the value comes first, then that its list could not be loaded. */
  private void judge() {
    String what = problem.get();
    notes.offerRetry(false, () -> {});
    if (what.isEmpty() && content.get() instanceof Picker<?> picker) {
      what = picker.failureTextProperty().get();
      notes.offerRetry(!what.isEmpty(), () -> retry(picker));
    }
    notes.problemProperty().set(what);
    mark("problem", !what.isEmpty());
    tell();
  }

  private static void retry(Picker<?> picker) {
    picker.requestFocus();
    picker.reload();
  }

  private void mark(String state, boolean on) {
    pseudoClassStateChanged(PseudoClass.getPseudoClass(state), on);
  }

  private void lay(boolean above) {
    getChildren().clear();
    add(caption, 0, 0);
    add(column, above ? 0 : 1, above ? 1 : 0);
    caption.setWide(!above);
  }

  private void place(@Nullable Node control) {
    place.getChildren().clear();
    if (control != null) {
      place.getChildren().add(control);
      if (control instanceof TextInputControl || control instanceof ComboBoxBase<?>) {
        ((Region) control).setMaxWidth(Double.MAX_VALUE);
      }
      if (control instanceof TextInputControl) {
        place.getChildren().add(tick);
      }
      if (control instanceof Picker<?> picker) {
        picker.failureTextProperty().subscribe(this::judge);
      }
      caption.setLabelFor(FocusWalk.first(control).orElse(control));
    }
    arrange();
    judge();
  }

  private void arrange() {
    column.getChildren().setAll(place);
    Node below = under.get();
    if (below != null) {
      column.getChildren().add(below);
    }
    column.getChildren().add(notes);
  }

  private void tell() {
    Node control = content.get();
    if (control != null) {
      Node target = FocusWalk.first(control).orElse(control);
      control.setAccessibleText(caption.textProperty().get());
      target.setAccessibleHelp(notes.problemProperty().get());
    }
  }

  public ObjectProperty<@Nullable Node> contentProperty() {
    return content;
  }

  public @Nullable Node getContent() {
    return content.get();
  }

  /** The control itself, or a box of several. */
  public void setContent(@Nullable Node control) {
    content.set(control);
  }

  public ObjectProperty<@Nullable Node> underProperty() {
    return under;
  }

  public @Nullable Node getUnder() {
    return under.get();
  }

  /** A link directly below the control, such as "Create new". */
  public void setUnder(@Nullable Node node) {
    under.set(node);
  }

  public StringProperty labelProperty() {
    return caption.textProperty();
  }

  public String getLabel() {
    return labelProperty().get();
  }

  public void setLabel(String text) {
    labelProperty().set(text);
  }

  public BooleanProperty requiredProperty() {
    return caption.requiredProperty();
  }

  public boolean isRequired() {
    return requiredProperty().get();
  }

  /** A red asterisk after the label. */
  public void setRequired(boolean on) {
    requiredProperty().set(on);
  }

  public StringProperty infoProperty() {
    return caption.infoProperty();
  }

  public String getInfo() {
    return infoProperty().get();
  }

  /** What the circled i says; none if empty. */
  public void setInfo(String text) {
    infoProperty().set(text);
  }

  public BooleanProperty indentedProperty() {
    return caption.indentedProperty();
  }

  public boolean isIndented() {
    return indentedProperty().get();
  }

  /** Hangs the label on the row above, as the resource group hangs on its subscription. */
  public void setIndented(boolean on) {
    indentedProperty().set(on);
  }

  public StringProperty hintProperty() {
    return notes.hintProperty();
  }

  public String getHint() {
    return hintProperty().get();
  }

  /** Grey text below the control. */
  public void setHint(String text) {
    hintProperty().set(text);
  }

  public StringProperty problemProperty() {
    return problem;
  }

  public String getProblem() {
    return problem.get();
  }

  /** What is wrong, in red below the control; empty if nothing. */
  public void setProblem(String text) {
    problem.set(text);
  }

  public BooleanProperty changedProperty() {
    return changed;
  }

  public boolean isChanged() {
    return changed.get();
  }

  /** The value differs from its default: purple border. */
  public void setChanged(boolean on) {
    changed.set(on);
  }

  public BooleanProperty validProperty() {
    return valid;
  }

  public boolean isValid() {
    return valid.get();
  }

  /** A green tick inside text controls. */
  public void setValid(boolean on) {
    valid.set(on);
  }

  public BooleanProperty stackedProperty() {
    return stacked;
  }

  public boolean isStacked() {
    return stacked.get();
  }

  /** Label above the control instead of beside it. */
  public void setStacked(boolean on) {
    stacked.set(on);
  }

  public DoubleProperty controlWidthProperty() {
    return controlWidth;
  }

  public double getControlWidth() {
    return controlWidth.get();
  }

  /** Pixels of the control column. */
  public void setControlWidth(double pixels) {
    controlWidth.set(pixels);
  }
}
