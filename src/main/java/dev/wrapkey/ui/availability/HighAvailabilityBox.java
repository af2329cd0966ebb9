package dev.wrapkey.ui.availability;

import dev.wrapkey.provisioning.Plan.HighAvailability;
import dev.wrapkey.provisioning.Plan.HighAvailability.Mode;
import dev.wrapkey.ui.control.Field;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.view.Texts;
import java.util.EnumMap;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The three radios, the reason why some are grey, and the zone of the standby. */
public final class HighAvailabilityBox extends VBox {

  private final Map<Mode, RadioButton> radios = new EnumMap<>(Mode.class);
  private final ToggleGroup group = new ToggleGroup();
  private final Field modes = new Field();
  private final Field standby = new Field();
  private final ComboBox<String> zone = new ComboBox<>();

  public HighAvailabilityBox() {
    getStyleClass().add("form-part");
    VBox column = new VBox(6);
    for (Mode mode : Mode.values()) {
      column.getChildren().add(radio(mode));
    }
    modes.setLabel(Texts.text("availability.label"));
    modes.setInfo(Texts.text("availability.info"));
    modes.setContent(column);
    zone.setId("standby-zone");
    zone.setItems(FXCollections.observableArrayList("", "1", "2", "3"));
    zone.setConverter(names());
    standby.setLabel(Texts.text("availability.zone"));
    standby.setInfo(Texts.text("availability.zone.info"));
    standby.setContent(zone);
    getChildren().setAll(modes, standby);
  }

  private RadioButton radio(Mode mode) {
    RadioButton radio = new RadioButton(Texts.text("availability.mode." + mode.word()));
    radio.setId("availability-" + mode.word());
    radio.setToggleGroup(group);
    radio.setWrapText(true);
    radios.put(mode, radio);
    return radio;
  }

  private static StringConverter<String> names() {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable String zone) {
        return zone == null || zone.isEmpty() ? Texts.text("availability.zone.none") : zone;
      }

      @Override
      public String fromString(String name) {
        return name;
      }
    };
  }

  /** Shows a choice and works on it; to be called once. */
  public void show(HighAvailabilityChoice choice) {
    radios.forEach((mode, radio) -> radio.setOnAction(e -> choice.choose(mode)));
    zone.valueProperty().subscribe((was, is) -> choice.chooseStandbyZone(is == null ? "" : is));
    modes.hintProperty().bind(choice.refusalProperty());
    standby.problemProperty().bind(choice.problemProperty());
    choice.refusalProperty().subscribe(reason -> refuse(choice));
    choice.choicesProperty().subscribe(now -> refuse(choice));
    choice.availabilityProperty().subscribe(this::show);
  }

  private void refuse(HighAvailabilityChoice choice) {
    radios.forEach((mode, radio) -> radio.setDisable(choice.refusal(mode).isPresent()));
  }

  private void show(HighAvailability now) {
    radios.forEach((mode, radio) -> radio.setSelected(mode == now.mode()));
    modes.setChanged(now.isOn());
    zone.setValue(now.standbyZone());
    Shown.now(standby, now.mode() == Mode.ZONE_REDUNDANT);
  }
}
