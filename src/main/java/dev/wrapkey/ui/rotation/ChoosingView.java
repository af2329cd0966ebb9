package dev.wrapkey.ui.rotation;

import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.ui.choice.ChoiceView;
import dev.wrapkey.ui.control.Identifier;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.view.Views;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Screen of what a rotation shall do. */
public final class ChoosingView {

  private final RotationChoice choice;

  @FXML private Identifier present;
  @FXML private RadioButton newVersion;
  @FXML private RadioButton other;
  @FXML private VBox purposes;
  @FXML private CheckBox primary;
  @FXML private CheckBox geo;
  @FXML private Label follows;
  @FXML private VBox keys;
  @FXML private VBox key;
  @FXML private VBox second;
  @FXML private VBox geoKey;

  ChoosingView(RotationChoice choice) {
    this.choice = choice;
  }

  @FXML
  private void initialize() {
    ToggleGroup ways = new ToggleGroup();
    newVersion.setToggleGroup(ways);
    other.setToggleGroup(ways);
    primary.selectedProperty().bindBidirectional(choice.primaryProperty());
    geo.selectedProperty().bindBidirectional(choice.geoProperty());
    key.getChildren().setAll(Views.<Node>load("choice", new ChoiceView(choice.key())));
    geoKey
        .getChildren()
        .setAll(Views.<Node>load("choice", new ChoiceView(choice.geoKey(), "geo-")));
    newVersion
        .selectedProperty()
        .subscribe(
            chosen ->
                choice
                    .howProperty()
                    .set(chosen ? RotationChoice.How.NEW_VERSION : RotationChoice.How.OTHER));
    newVersion.setSelected(true);
    choice.howProperty().subscribe(this::show);
    choice.readingProperty().subscribe(this::show);
  }

  private void show() {
    Reading now = choice.readingProperty().get();
    boolean fresh = choice.howProperty().get() == RotationChoice.How.NEW_VERSION;
    newVersion.setSelected(fresh);
    other.setSelected(!fresh);
    boolean two = now != null && now.hasSecondKey();
    Shown.now(purposes, fresh && two);
    Shown.now(keys, !fresh);
    Shown.now(second, two);
    Shown.now(follows, fresh && followsItself(now));
    present.setText(
        now == null ? "" : now.server().encryption().key().map(KeyIdentifier::toString).orElse(""));
  }

  private static boolean followsItself(@Nullable Reading now) {
    return now != null
        && now.server().encryption().mode() == DataEncryption.Mode.CUSTOMER_MANAGED
        && now.server().encryption().key().filter(k -> k.version().isEmpty()).isPresent();
  }
}
