package dev.wrapkey.ui.availability;

import dev.wrapkey.catalog.Choices;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Plan.HighAvailability;
import dev.wrapkey.provisioning.Plan.HighAvailability.Mode;
import dev.wrapkey.rules.AvailabilityCheck;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.ui.wizard.Setting;
import java.util.Arrays;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;

/**
 * Mode and standby zone of a {@link Setting}. Pages that show the same setting are in step by
 * themselves.
 */
public final class HighAvailabilityChoice {

  private final Setting setting;
  private final ObservableValue<String> serverZone;
  private final StringBinding refusal;
  private final StringBinding problem;
  private final BooleanBinding complete;

  /**
   * @param setting where it is chosen
   * @param serverZone the server's own availability zone, empty for no preference
   */
  public HighAvailabilityChoice(Setting setting, ObservableValue<String> serverZone) {
    this.setting = setting;
    this.serverZone = serverZone;
    ObservableValue<Plan.Configuration> now = setting.configurationProperty();
    refusal = Bindings.createStringBinding(this::firstRefusal, now, setting.choicesProperty());
    problem =
        Bindings.createStringBinding(
            () ->
                AvailabilityCheck.zones(serverZone.getValue(), availability())
                    .map(Finding::message)
                    .orElse(""),
            now,
            serverZone);
    complete = problem.isEmpty();
  }

  /** The present choice, to be listened to. */
  public ObservableValue<HighAvailability> availabilityProperty() {
    return setting.configurationProperty().map(Plan.Configuration::highAvailability);
  }

  public HighAvailability availability() {
    return setting.configuration().highAvailability();
  }

  /** Chooses a mode; one that is refused changes nothing. */
  public void choose(Mode mode) {
    if (refusal(mode).isEmpty()) {
      String zone = mode == Mode.ZONE_REDUNDANT ? availability().standbyZone() : "";
      put(new HighAvailability(mode, zone));
    }
  }

  /** Chooses the standby's zone, empty for no preference. */
  public void chooseStandbyZone(String zone) {
    put(new HighAvailability(availability().mode(), zone));
  }

  private void put(HighAvailability chosen) {
    if (!chosen.equals(availability())) {
      setting.wish(now -> now.withHighAvailability(chosen));
    }
  }

  /** Why a mode cannot be chosen, if it cannot (HA-1, HA-2, STO-5). */
  public Optional<String> refusal(Mode mode) {
    return AvailabilityCheck.mode(mode, setting.configuration(), setting.choices())
        .map(Finding::message);
  }

  /** Told when the refusals may have changed. */
  public ObservableValue<Choices> choicesProperty() {
    return setting.choicesProperty();
  }

  /** Why some of the modes are refused; empty if none is. */
  public ObservableValue<String> refusalProperty() {
    return refusal;
  }

  /** What is wrong with the zones (HA-3); empty if nothing. */
  public ObservableValue<String> problemProperty() {
    return problem;
  }

  public BooleanExpression completeProperty() {
    return complete;
  }

  /** The server's own zone, empty for no preference. */
  public ObservableValue<String> serverZoneProperty() {
    return serverZone;
  }

  private String firstRefusal() {
    return Arrays.stream(Mode.values())
        .flatMap(mode -> refusal(mode).stream())
        .findFirst()
        .orElse("");
  }
}
