package dev.wrapkey.ui.create.basics;

import dev.wrapkey.catalog.Choices;
import dev.wrapkey.catalog.Preset;
import dev.wrapkey.catalog.Reset;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Region;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.ui.availability.HighAvailabilityChoice;
import dev.wrapkey.ui.wizard.Draft;
import dev.wrapkey.ui.wizard.RegionOffers;
import dev.wrapkey.ui.wizard.Setting;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** Workload type, high availability and version: what depends on the region's offer. */
final class ComputeChoice {

  private final RegionOffers offers;
  private final Setting setting;
  private final HighAvailabilityChoice availability;
  private final ObjectProperty<String> version;

  ComputeChoice(
      Draft draft,
      RegionOffers offers,
      ObjectProperty<String> version,
      ObservableValue<String> zone) {
    this.offers = offers;
    this.version = version;
    setting = new Setting(draft.configurationProperty(), offers.choicesProperty());
    availability = new HighAvailabilityChoice(setting, zone);
    offers.choicesProperty().subscribe((was, is) -> keepVersion(is));
  }

  /** Asks what the region offers; without one everything is offered. */
  void look(@Nullable Subscription in, @Nullable Region where) {
    if (in != null && where != null) {
      offers.look(in.id(), where.name());
    } else {
      offers.nowhere();
    }
  }

  private void keepVersion(Choices choices) {
    String was = version.get();
    if (!choices.versions().contains(was)) {
      choices.versions().stream().findFirst().ifPresent(version::set);
      setting.tell(new Reset(Reset.What.VERSION, was, version.get()));
    }
  }

  /** Compute and storage as chosen by a workload type or on their own page. */
  ObservableValue<Plan.Configuration> configurationProperty() {
    return setting.configurationProperty();
  }

  void choose(Preset preset) {
    setting.take(preset.in(setting.choices(), setting.configuration()));
  }

  boolean isChosen(Preset preset) {
    return preset.is(setting.configuration(), setting.choices());
  }

  /** Mode and standby zone, in step with the page "Compute + storage". */
  HighAvailabilityChoice availability() {
    return availability;
  }

  /** What the last change of region or workload type has reset, in sentences. */
  ReadOnlyObjectProperty<List<String>> resetsProperty() {
    return setting.resetsProperty();
  }

  ObservableValue<List<String>> versionsProperty() {
    return offers.choicesProperty().map(Choices::versions);
  }
}
