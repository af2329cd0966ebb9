package dev.wrapkey.ui.availability;

import dev.wrapkey.provisioning.Plan.HighAvailability;
import dev.wrapkey.provisioning.Plan.HighAvailability.Mode;
import dev.wrapkey.ui.control.Field;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.view.Texts;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * Zonal resiliency on or off, the permission that a region without a second zone asks for, and the
 * standby's place.
 *
 * <p>Source: "Configure high availability", 4 November 2025; the service levels are those of the
 * older radios.
 */
public final class HighAvailabilityBox extends VBox {

  private static final String SAME_ZONE = "same";

  private final ToggleGroup group = new ToggleGroup();
  private final RadioButton off = radio("disabled");
  private final RadioButton on = radio("enabled");
  private final CheckBox allow = new CheckBox(Texts.text("availability.allow"));
  private final Field resiliency = new Field();
  private final Field standby = new Field();
  private final ComboBox<String> zone = new ComboBox<>();

  public HighAvailabilityBox() {
    getStyleClass().add("form-part");
    allow.setId("availability-allow");
    allow.setWrapText(true);
    resiliency.setLabel(Texts.text("availability.label"));
    resiliency.setInfo(Texts.text("availability.info"));
    resiliency.setContent(new VBox(6, off, on, allow));
    zone.setId("standby-zone");
    zone.setItems(FXCollections.observableArrayList("", "1", "2", "3", SAME_ZONE));
    zone.setConverter(names());
    standby.setLabel(Texts.text("availability.zone"));
    standby.setInfo(Texts.text("availability.zone.info"));
    standby.setContent(zone);
    getChildren().setAll(resiliency, standby);
  }

  private RadioButton radio(String which) {
    RadioButton radio = new RadioButton(Texts.text("availability." + which));
    radio.setId("availability-" + which);
    radio.setToggleGroup(group);
    radio.setWrapText(true);
    return radio;
  }

  private static StringConverter<String> names() {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable String zone) {
        return switch (zone) {
          case null -> Texts.text("availability.zone.none");
          case "" -> Texts.text("availability.zone.none");
          case SAME_ZONE -> Texts.text("availability.zone.same");
          default -> zone;
        };
      }

      @Override
      public String fromString(String name) {
        return name;
      }
    };
  }

  /** Shows a choice and works on it; to be called once. */
  public void show(HighAvailabilityChoice choice) {
    off.setOnAction(e -> choice.disable());
    on.setOnAction(e -> choice.enable());
    allow.setOnAction(e -> choice.allowSameZone(allow.isSelected()));
    zone.valueProperty().subscribe((was, is) -> place(choice, is == null ? "" : is));
    resiliency
        .hintProperty()
        .bind(
            Bindings.createStringBinding(
                () -> choice.waitingProperty().get() ? "" : choice.refusalProperty().getValue(),
                choice.waitingProperty(),
                choice.refusalProperty()));
    resiliency
        .problemProperty()
        .bind(
            choice
                .waitingProperty()
                .map(waits -> waits ? Texts.text("availability.allow.needed") : ""));
    standby.problemProperty().bind(choice.problemProperty());
    choice.refusalProperty().subscribe(reason -> update(choice));
    choice.choicesProperty().subscribe(now -> update(choice));
    choice.waitingProperty().subscribe(waits -> update(choice));
    choice.availabilityProperty().subscribe(now -> update(choice));
  }

  private static void place(HighAvailabilityChoice choice, String zone) {
    if (zone.equals(SAME_ZONE)) {
      choice.chooseSameZone();
    } else {
      choice.chooseStandbyZone(zone);
    }
  }

  private void update(HighAvailabilityChoice choice) {
    HighAvailability now = choice.availability();
    boolean wanted = now.isOn() || choice.waitingProperty().get();
    boolean oneZone = choice.isSameZoneOnly();
    on.setDisable(choice.refusal().isPresent());
    on.setSelected(wanted);
    off.setSelected(!wanted);
    allow.setSelected(now.mode() == Mode.SAME_ZONE);
    Shown.now(allow, wanted && oneZone);
    Shown.now(standby, now.isOn() && !oneZone);
    zone.setValue(now.mode() == Mode.SAME_ZONE ? SAME_ZONE : now.standbyZone());
    resiliency.setChanged(wanted);
  }
}
