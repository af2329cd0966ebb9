package dev.wrapkey.ui.waves;

import dev.wrapkey.ui.control.AllOr;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Icon;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.Spinner;
import dev.wrapkey.ui.failure.Failures;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.view.Texts;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;

/** Screen of the servers to choose from, and of the shape of the waves. */
public final class ChooseView {

  private final WavesChoice choice;

  @FXML private Callout problem;
  @FXML private CustomTextField text;
  @FXML private ComboBox<String> key;
  @FXML private ComboBox<String> vault;
  @FXML private ComboBox<String> region;
  @FXML private ComboBox<String> tag;
  @FXML private Label number;
  @FXML private CandidateTable table;
  @FXML private TextField canaries;
  @FXML private TextField size;
  @FXML private TextField tolerated;
  @FXML private CheckBox geo;
  @FXML private Label wrong;

  ChooseView(WavesChoice choice) {
    this.choice = choice;
  }

  @FXML
  private void initialize() {
    text.setLeft(new Icon("search"));
    text.textProperty().bindBidirectional(choice.textProperty());
    offer(key, Facet.KEY);
    offer(vault, Facet.VAULT);
    offer(region, Facet.REGION);
    offer(tag, Facet.TAG);
    table.show(choice.shown());
    canaries.textProperty().bindBidirectional(choice.shaping().canariesProperty());
    canaries.disableProperty().bind(choice.markedProperty().greaterThan(0));
    size.textProperty().bindBidirectional(choice.shaping().sizeProperty());
    tolerated.textProperty().bindBidirectional(choice.shaping().toleratedProperty());
    geo.selectedProperty().bindBidirectional(choice.geoProperty());
    Shown.when(geo, choice.twoKeysProperty());
    wrong.textProperty().bind(choice.shaping().problemProperty());
    Shown.when(wrong, wrong.textProperty().isNotEmpty());
    table.getItems().addListener((ListChangeListener<Candidate>) change -> explain());
    choice.stateProperty().subscribe(state -> explain());
    choice.numberProperty().subscribe(now -> explain());
  }

  private void offer(ComboBox<String> box, Facet facet) {
    String all = Texts.text("waves.all." + facet);
    box.setConverter(new AllOr(all));
    box.setAccessibleText(all);
    box.setItems(choice.offered(facet));
    Bindings.bindBidirectional(box.valueProperty(), choice.value(facet));
  }

  private void explain() {
    Listing.State state = choice.stateProperty().get();
    int all = choice.all().size();
    number.setText(
        Texts.text(
            "waves.number.chosen", choice.numberProperty().get(), all, choice.shown().size()));
    Failures.show(problem, choice.failureProperty().get());
    if (state == Listing.State.LOADING || state == Listing.State.IDLE) {
      table.setPlaceholder(empty(new Spinner(), "waves.loading"));
    } else if (all > 0) {
      table.setPlaceholder(empty(new Icon("filter", 20), "waves.nothing"));
    } else if (state == Listing.State.FAILED) {
      table.setPlaceholder(empty(new Icon("error", 20), "waves.unread"));
    } else {
      table.setPlaceholder(empty(new Icon("key", 20), "waves.empty"));
    }
  }

  private static VBox empty(Node sign, String key) {
    HBox words = new HBox(new Label(Texts.text(key)));
    words.getStyleClass().add("empty-words");
    VBox box = new VBox(sign, words);
    box.getStyleClass().add("empty-state");
    return box;
  }

  @FXML
  private void onAll() {
    choice.chooseShown();
  }

  @FXML
  private void onNone() {
    choice.chooseNone();
  }
}
