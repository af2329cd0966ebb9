package dev.wrapkey.ui.availability;

import dev.wrapkey.catalog.Choices;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Plan.HighAvailability;
import dev.wrapkey.provisioning.Plan.HighAvailability.Mode;
import dev.wrapkey.rules.AvailabilityCheck;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.ui.wizard.Setting;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;

/**
 * Mode and standby zone of a {@link Setting}. Pages that show the same setting are in step by
 * themselves.
 */
public final class HighAvailabilityChoice {

  private final Setting setting;
  private final ObservableValue<String> serverZone;
  private final StringBinding refusal;
  private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
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
    complete = problem.isEmpty().and(waiting.not());
    now.subscribe(this::settle);
    setting.choicesProperty().subscribe(this::settle);
  }

  // Another region, tier or page may have answered the question meanwhile.
  private void settle() {
    if (waiting.get() && (availability().isOn() || !isSameZoneOnly())) {
      waiting.set(false);
      enable();
    }
  }

  /**
   * Switches zonal resiliency on: the standby goes to another zone. Where there is no other zone it
   * waits until the same zone is allowed.
   */
  public void enable() {
    if (availability().isOn()) {
      return;
    }
    waiting.set(isSameZoneOnly());
    choose(Mode.ZONE_REDUNDANT);
  }

  public void disable() {
    waiting.set(false);
    choose(Mode.DISABLED);
  }

  /** Whether the standby may share the server's zone where there is no other. */
  public void allowSameZone(boolean allowed) {
    waiting.set(!allowed);
    choose(allowed ? Mode.SAME_ZONE : Mode.DISABLED);
  }

  /** True if a standby is wanted and may not yet stand where alone it could. */
  public ReadOnlyBooleanProperty waitingProperty() {
    return waiting.getReadOnlyProperty();
  }

  /** True if a standby can be had in the server's zone only. */
  public boolean isSameZoneOnly() {
    return refusal(Mode.ZONE_REDUNDANT).isPresent() && refusal(Mode.SAME_ZONE).isEmpty();
  }

  /** Why there can be no standby at all; empty if there can. */
  public Optional<String> refusal() {
    return refusal(Mode.SAME_ZONE);
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

  /** Chooses the standby's zone, another one than the server's; empty for no preference. */
  public void chooseStandbyZone(String zone) {
    if (availability().isOn() && refusal(Mode.ZONE_REDUNDANT).isEmpty()) {
      put(new HighAvailability(Mode.ZONE_REDUNDANT, zone));
    }
  }

  /** Places the standby in the server's own zone. */
  public void chooseSameZone() {
    choose(Mode.SAME_ZONE);
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
    return refusal(Mode.SAME_ZONE).or(() -> refusal(Mode.ZONE_REDUNDANT)).orElse("");
  }
}
