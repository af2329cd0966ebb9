package dev.wrapkey.ui.create.compute;

import dev.wrapkey.catalog.Disk;
import dev.wrapkey.catalog.Fit;
import dev.wrapkey.catalog.PremiumV2;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.StorageCheck;
import dev.wrapkey.ui.wizard.Input;
import dev.wrapkey.ui.wizard.Setting;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableValue;

/** Type, size, performance and growth of the disk. */
final class StorageChoice {

  private final Setting setting;
  private final ObservableValue<Plan.Storage> storage;
  private final ObservableValue<List<Disk>> disks;
  private final ObservableValue<List<Disk>> tiers;
  private final ObservableValue<String> v2Refusal;
  private final BooleanBinding v2;
  private final Input gib;
  private final Input iops;
  private final Input throughput;
  private final BooleanBinding complete;

  StorageChoice(Setting setting) {
    this.setting = setting;
    var now = setting.configurationProperty();
    var choices = setting.choicesProperty();
    storage = now.map(Plan.Configuration::storage);
    v2 = Bindings.createBooleanBinding(() -> disk().isPremiumV2(), now);
    disks = choices.map(c -> c.disks());
    tiers =
        Bindings.createObjectBinding(
            () -> setting.choices().tiersFrom(disk().sizeGib()), now, choices);
    v2Refusal =
        Bindings.createStringBinding(
            () ->
                StorageCheck.v2Refusal(setting.configuration(), setting.choices())
                    .map(Finding::message)
                    .orElse(""),
            now,
            choices);
    gib = new Input("", text -> number(text, StorageCheck::size));
    iops = new Input("", text -> number(text, n -> StorageCheck.iops(disk().sizeGib(), n)), now);
    throughput =
        new Input("", text -> number(text, n -> StorageCheck.throughput(disk().sizeGib(), n)), now);
    List.of(gib, iops, throughput).forEach(Input::ask);
    complete =
        v2.not().or(gib.validProperty().and(iops.validProperty()).and(throughput.validProperty()));
    storage.subscribe(this::write);
    gib.valueProperty().subscribe((was, is) -> readSize());
    iops.valueProperty().subscribe((was, is) -> read(iops, n -> disk(n, disk().throughputMib())));
    throughput
        .valueProperty()
        .subscribe((was, is) -> read(throughput, n -> disk(disk().iops(), n)));
  }

  private static Optional<String> number(String text, IntFunction<Optional<Finding>> check) {
    int number = text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    return check.apply(number).map(Finding::message);
  }

  private Plan.Storage disk(int newIops, int newThroughput) {
    return new Plan.Storage(
        Plan.Storage.PREMIUM_V2, disk().sizeGib(), "", newIops, newThroughput, false);
  }

  private void write(Plan.Storage now) {
    if (now.isPremiumV2()) {
      show(gib, now.sizeGib());
      show(iops, now.iops());
      show(throughput, now.throughputMib());
    }
  }

  private static void show(Input input, int number) {
    if (!input.text().equals(String.valueOf(number))) {
      input.set(String.valueOf(number));
    }
  }

  private void read(Input input, IntFunction<Plan.Storage> disk) {
    if (disk().isPremiumV2() && input.text().matches("\\d{1,6}")) {
      put(disk.apply(Integer.parseInt(input.text())));
    }
  }

  /** Performance that was the baseline of the old size, or is too little for the new, follows. */
  private void readSize() {
    int was = disk().sizeGib();
    read(
        gib,
        size -> {
          int newIops = disk().iops();
          int newThroughput = disk().throughputMib();
          boolean plain =
              newIops == PremiumV2.baselineIops(was)
                  && newThroughput == PremiumV2.baselineThroughput(was);
          return new Plan.Storage(
              Plan.Storage.PREMIUM_V2,
              size,
              "",
              plain ? PremiumV2.baselineIops(size) : newIops,
              plain ? PremiumV2.baselineThroughput(size) : newThroughput,
              false);
        });
  }

  void chooseType(String type) {
    boolean wanted = type.equals(Plan.Storage.PREMIUM_V2);
    if (wanted != disk().isPremiumV2()) {
      put(
          wanted
              ? PremiumV2.disk(disk().sizeGib())
              : Fit.onPremium(disk().sizeGib(), setting.choices()));
    }
  }

  /** The performance tier becomes the new size's own. */
  void chooseDisk(Disk disk) {
    put(premium(disk.sizeGib(), disk, disk().autoGrow()));
  }

  void chooseTier(Disk tier) {
    put(premium(disk().sizeGib(), tier, disk().autoGrow()));
  }

  void chooseAutoGrow(boolean on) {
    if (!disk().isPremiumV2()) {
      Plan.Storage now = disk();
      put(new Plan.Storage(now.type(), now.sizeGib(), now.performanceTier(), now.iops(), 0, on));
    }
  }

  private static Plan.Storage premium(int gib, Disk tier, boolean autoGrow) {
    return new Plan.Storage(Plan.Storage.PREMIUM, gib, tier.tier(), tier.iops(), 0, autoGrow);
  }

  private void put(Plan.Storage chosen) {
    if (!chosen.equals(disk())) {
      setting.wish(now -> now.withStorage(chosen));
    }
  }

  private Plan.Storage disk() {
    return setting.configuration().storage();
  }

  ObservableValue<Plan.Storage> storageProperty() {
    return storage;
  }

  /** True for Premium SSD v2. */
  BooleanExpression v2Property() {
    return v2;
  }

  /** Why Premium SSD v2 cannot be chosen; empty if it can. */
  ObservableValue<String> v2RefusalProperty() {
    return v2Refusal;
  }

  ObservableValue<List<Disk>> disksProperty() {
    return disks;
  }

  /** The performance tiers of the chosen size: its own and those above (STO-3). */
  ObservableValue<List<Disk>> tiersProperty() {
    return tiers;
  }

  Input gib() {
    return gib;
  }

  Input iops() {
    return iops;
  }

  Input throughput() {
    return throughput;
  }

  BooleanExpression completeProperty() {
    return complete;
  }
}
