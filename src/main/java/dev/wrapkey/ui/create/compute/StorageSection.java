package dev.wrapkey.ui.create.compute;

import dev.wrapkey.catalog.Disk;
import dev.wrapkey.catalog.PremiumV2;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Field;
import dev.wrapkey.ui.control.Picker;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.wizard.Bound;
import dev.wrapkey.ui.wizard.Input;
import java.util.List;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Rows for type, size, performance and growth of the disk. */
public final class StorageSection extends VBox {

  private static final int TIB = 1024;

  private final Picker<String> type = picker("storage-type");
  private final Picker<Disk> disk = picker("storage-size");
  private final Picker<Disk> tier = picker("performance-tier");
  private final TextField gib = box("storage-gib");
  private final TextField iops = box("storage-iops");
  private final TextField throughput = box("storage-throughput");
  private final CheckBox autoGrow = new CheckBox();
  private final Callout reason = new Callout(Callout.Kind.INFO, "");
  private final Field diskRow = row("compute.disk", "compute.disk.info", disk);
  private final Field tierRow = row("compute.performance", "compute.performance.info", tier);
  private final Field gibRow = row("compute.disk", "compute.disk.info", gib);
  private final Field iopsRow = row("compute.iops", "compute.iops.info", iops);
  private final Field throughputRow =
      row("compute.throughput", "compute.throughput.info", throughput);
  private final Field growRow = row("compute.autogrow", "compute.autogrow.info", autoGrow);

  public StorageSection() {
    getStyleClass().add("form-part");
    autoGrow.setId("auto-grow");
    reason.setId("storage-reason");
    gibRow.setLabel(Texts.text("compute.disk.box"));
    disk.setText(StorageSection::size);
    tier.setText(
        d -> Texts.text("compute.performance.caption", d.tier(), String.valueOf(d.iops())));
    type.setText(word -> Texts.text("compute.type." + word));
    type.getItems().setAll(Plan.Storage.PREMIUM, Plan.Storage.PREMIUM_V2);
    getChildren()
        .setAll(
            row("compute.type", "compute.type.info", type),
            reason,
            diskRow,
            tierRow,
            gibRow,
            iopsRow,
            throughputRow,
            growRow);
  }

  private static <T> Picker<T> picker(String id) {
    Picker<T> picker = new Picker<>();
    picker.setId(id);
    return picker;
  }

  private static TextField box(String id) {
    TextField box = new TextField();
    box.setId(id);
    return box;
  }

  private static Field row(String label, String info, Control control) {
    Field row = new Field();
    row.setLabel(Texts.text(label));
    row.setInfo(Texts.text(info));
    row.setContent(control);
    return row;
  }

  /** For example "128 GiB" and "8 TiB", as the portal writes them. */
  private static String size(Disk disk) {
    return disk.sizeGib() >= TIB && disk.sizeGib() % TIB == 0
        ? Texts.text("compute.disk.tib", disk.sizeGib() / TIB)
        : Texts.text("compute.disk.gib", String.valueOf(disk.sizeGib()));
  }

  void show(StorageChoice choice) {
    var now = choice.storageProperty();
    Bound.choice(type, now.map(Plan.Storage::type), choice::chooseType);
    choice.v2RefusalProperty().subscribe(why -> refuse(why, choice));
    choice.v2Property().subscribe(on -> refuse(choice.v2RefusalProperty().getValue(), choice));
    Bound.choice(
        disk,
        choice.disksProperty(),
        now.map(s -> at(choice.disksProperty().getValue(), s)),
        choice::chooseDisk);
    Bound.choice(
        tier,
        choice.tiersProperty(),
        now.map(s -> of(choice.tiersProperty().getValue(), s)),
        choice::chooseTier);
    number(gibRow, gib, choice.gib());
    number(iopsRow, iops, choice.iops());
    number(throughputRow, throughput, choice.throughput());
    autoGrow.setOnAction(e -> choice.chooseAutoGrow(autoGrow.isSelected()));
    now.subscribe(this::show);
    BooleanExpression v2 = choice.v2Property();
    List.of(diskRow, tierRow, growRow).forEach(row -> Shown.when(row, v2.not()));
    List.of(gibRow, iopsRow, throughputRow).forEach(row -> Shown.when(row, v2));
  }

  private void show(Plan.Storage now) {
    autoGrow.setSelected(now.autoGrow());
    Plan.Storage usual = Plan.Configuration.PRODUCTION.storage();
    diskRow.setChanged(now.sizeGib() != usual.sizeGib());
    tierRow.setChanged(
        !now.isPremiumV2() && !now.performanceTier().equals(at(disk.getItems(), now).tier()));
    gibRow.setChanged(now.sizeGib() != usual.sizeGib());
    iopsRow.setChanged(now.iops() != PremiumV2.baselineIops(now.sizeGib()));
    throughputRow.setChanged(now.throughputMib() != PremiumV2.baselineThroughput(now.sizeGib()));
  }

  private static void number(Field row, TextField box, Input input) {
    Bound.text(row, box, input);
    row.changedProperty().unbind();
    row.validProperty().unbind();
  }

  private void refuse(String why, StorageChoice choice) {
    boolean refused = !why.isEmpty() && !choice.v2Property().get();
    type.setDisable(refused);
    reason.setText(refused ? why : "");
  }

  private static Disk at(List<Disk> disks, Plan.Storage storage) {
    return disks.stream()
        .filter(d -> d.sizeGib() == storage.sizeGib())
        .findFirst()
        .orElseGet(disks::getFirst);
  }

  private static Disk of(List<Disk> tiers, Plan.Storage storage) {
    return tiers.stream()
        .filter(d -> d.tier().equals(storage.performanceTier()))
        .findFirst()
        .orElseGet(() -> new Disk(storage.sizeGib(), storage.iops(), storage.performanceTier()));
  }
}
