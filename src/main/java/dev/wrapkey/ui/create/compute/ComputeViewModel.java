package dev.wrapkey.ui.create.compute;

import dev.wrapkey.catalog.Catalog;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.rules.RegionNames;
import dev.wrapkey.ui.availability.HighAvailabilityChoice;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.wizard.Draft;
import dev.wrapkey.ui.wizard.RegionOffers;
import dev.wrapkey.ui.wizard.Setting;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * Works on a copy of the draft's configuration; only saving writes it back. Leaving by another way
 * than the cross keeps the copy until the page is opened again.
 */
public final class ComputeViewModel {

  private final Draft draft;
  private final RegionOffers offers;
  private final Runnable leave;
  private final BooleanSupplier discard;
  private final ObjectProperty<Plan.Configuration> copy;
  private final Setting setting;
  private final SizeChoice sizes;
  private final StorageChoice storage;
  private final BackupChoice backups;
  private final HighAvailabilityChoice availability;
  private final BooleanExpression complete;
  private final ObservableValue<String> origin;

  /**
   * @param leave goes back to where the page was opened
   * @param discard asks whether unsaved changes may be lost
   */
  public ComputeViewModel(
      Draft draft, RegionOffers offers, Runnable leave, BooleanSupplier discard) {
    this.draft = draft;
    this.offers = offers;
    this.leave = leave;
    this.discard = discard;
    copy = new SimpleObjectProperty<>(saved());
    setting = new Setting(copy, offers.choicesProperty());
    draft.configurationProperty().subscribe(this::follow);
    sizes = new SizeChoice(setting);
    storage = new StorageChoice(setting);
    backups = new BackupChoice(setting);
    availability =
        new HighAvailabilityChoice(
            setting, draft.planProperty().map(p -> p.basics().availabilityZone()));
    complete =
        Bindings.and(storage.completeProperty(), backups.retention().validProperty())
            .and(availability.completeProperty());
    origin =
        Bindings.createStringBinding(
            this::origin, offers.choicesProperty(), offers.askingProperty());
  }

  /** To be called each time the page is opened. */
  public void open() {
    setting.hush();
  }

  private Plan.Configuration saved() {
    return draft.configurationProperty().get();
  }

  /** A copy in which nothing was changed follows what is chosen elsewhere. */
  private void follow(Plan.Configuration was, Plan.Configuration is) {
    if (copy.get().equals(was)) {
      copy.set(is);
    }
  }

  /** Whether there is anything to save. */
  boolean isDirty() {
    return !copy.get().equals(saved()) || !complete.get();
  }

  /** Saves what is legal and leaves. */
  void save() {
    if (complete.get()) {
      draft.configurationProperty().set(copy.get());
      leave.run();
    }
  }

  /** Leaves without saving; asks first if something would be lost. */
  void back() {
    if (!isDirty() || discard.getAsBoolean()) {
      copy.set(saved());
      backups.chooseDays(saved().backup().retentionDays());
      leave.run();
    }
  }

  /** What is being chosen, saved or not: for the cost card beside it. */
  public ObservableValue<Plan.Configuration> configurationProperty() {
    return copy;
  }

  BooleanExpression completeProperty() {
    return complete;
  }

  ObservableValue<List<String>> resetsProperty() {
    return setting.resetsProperty();
  }

  /** Whose word the choices are, where it is not the cloud's; empty if it is. */
  ObservableValue<String> originProperty() {
    return origin;
  }

  private String origin() {
    if (offers.askingProperty().get()) {
      return Texts.text("compute.origin.asking");
    }
    return switch (offers.choices().origin()) {
      case CLOUD -> "";
      case NOWHERE -> Texts.text("compute.origin.nowhere");
      case DOCUMENTS ->
          Texts.text(
              "compute.origin.documents",
              RegionNames.display(draft.plan().basics().region()),
              DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                  .withLocale(Texts.locale())
                  .format(Catalog.asOf()));
    };
  }

  SizeChoice sizes() {
    return sizes;
  }

  StorageChoice storage() {
    return storage;
  }

  BackupChoice backups() {
    return backups;
  }

  HighAvailabilityChoice availability() {
    return availability;
  }
}
