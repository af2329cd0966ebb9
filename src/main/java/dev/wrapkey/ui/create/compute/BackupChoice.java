package dev.wrapkey.ui.create.compute;

import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.rules.BackupCheck;
import dev.wrapkey.rules.BackupCheck.Redundancy;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.ui.wizard.Input;
import dev.wrapkey.ui.wizard.Setting;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/** Retention and redundancy of backups. */
final class BackupChoice {

  private final Setting setting;
  private final Input retention;
  private final ObservableValue<Plan.Backup> backup;
  private final ObservableValue<Redundancy> redundancy;
  private final ObservableValue<String> geoRefusal;

  BackupChoice(Setting setting) {
    this.setting = setting;
    backup = setting.configurationProperty().map(Plan.Configuration::backup);
    redundancy =
        Bindings.createObjectBinding(
            () -> BackupCheck.redundancy(now(), setting.choices()),
            setting.configurationProperty(),
            setting.choicesProperty());
    geoRefusal =
        setting
            .choicesProperty()
            .map(choices -> BackupCheck.geo(choices).map(Finding::message).orElse(""));
    retention = new Input(String.valueOf(now().retentionDays()), BackupChoice::problem);
    retention.ask();
    backup.subscribe(b -> chooseDays(b.retentionDays()));
    retention.valueProperty().subscribe((was, is) -> read());
  }

  private static Optional<String> problem(String text) {
    return BackupCheck.retention(days(text)).map(Finding::message);
  }

  private static int days(String text) {
    return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
  }

  private Plan.Backup now() {
    return setting.configuration().backup();
  }

  /** What is typed but not legal stays in the box only. */
  private void read() {
    if (retention.validProperty().get()) {
      put(new Plan.Backup(days(retention.text()), now().geoRedundant()));
    }
  }

  private void put(Plan.Backup chosen) {
    if (!chosen.equals(now())) {
      setting.wish(c -> c.withBackup(chosen));
    }
  }

  void chooseDays(int days) {
    if (days(retention.text()) != days) {
      retention.set(String.valueOf(days));
    }
  }

  void chooseGeo(boolean on) {
    if (!on || geoRefusal.getValue().isEmpty()) {
      put(new Plan.Backup(now().retentionDays(), on));
    }
  }

  /** Days, as typed in the box beside the slider. */
  Input retention() {
    return retention;
  }

  ObservableValue<Plan.Backup> backupProperty() {
    return backup;
  }

  /** Where backups are kept (BAK-3). */
  ObservableValue<Redundancy> redundancyProperty() {
    return redundancy;
  }

  /** Why geo-redundancy cannot be had; empty if it can (BAK-2). */
  ObservableValue<String> geoRefusalProperty() {
    return geoRefusal;
  }
}
