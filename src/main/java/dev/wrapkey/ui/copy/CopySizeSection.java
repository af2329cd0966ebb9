package dev.wrapkey.ui.copy;

import dev.wrapkey.catalog.ComputeSize;
import dev.wrapkey.catalog.Disk;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.ui.control.Field;
import dev.wrapkey.ui.control.Picker;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.wizard.Bound;
import dev.wrapkey.ui.wizard.ComputeText;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Rows for compute, storage and backups of a copy: what can be chosen, and what is taken over. */
public final class CopySizeSection extends VBox {

  private final Label name = label("copy-compute-name");
  private final Label detail = label("copy-compute-detail");
  private final Picker<ComputeSize> size = picker("copy-size");
  private final Picker<Disk> disk = picker("copy-disk");
  private final Picker<Disk> tier = picker("copy-tier");
  private final Picker<String> type = picker("copy-storage-type");
  private final CheckBox geo = new CheckBox(Texts.text("compute.geo.tick"));
  private final Field sizeRow = row("copy.size", "copy.size.info", size);
  private final Field diskRow = row("copy.disk", "copy.disk.info", disk);
  private final Field tierRow = row("compute.performance", "compute.performance.info", tier);
  private final Field typeRow = row("copy.storage", "copy.storage.info", type);
  private final Field geoRow = row("copy.geo", "copy.geo.info", geo);

  public CopySizeSection() {
    getStyleClass().add("form-part");
    name.getStyleClass().add("strong");
    geo.setId("copy-geo");
    size.setText(each -> Texts.text("copy.size.row", each.sku(), each.vCores(), each.memoryGib()));
    disk.setText(each -> Texts.text("copy.disk.row", String.valueOf(each.sizeGib()), each.tier()));
    tier.setText(
        d -> Texts.text("compute.performance.caption", d.tier(), String.valueOf(d.iops())));
    type.setText(word -> Texts.text("compute.type." + word));
    type.getItems().setAll(Plan.Storage.PREMIUM, Plan.Storage.PREMIUM_V2);
    VBox summary = new VBox(name, detail);
    summary.getStyleClass().add("compute-summary");
    getChildren()
        .setAll(
            row("basics.compute", "copy.compute.info", summary),
            sizeRow,
            diskRow,
            tierRow,
            typeRow,
            geoRow);
  }

  private static Label label(String id) {
    Label label = new Label();
    label.setId(id);
    label.setWrapText(true);
    return label;
  }

  private static <T> Picker<T> picker(String id) {
    Picker<T> picker = new Picker<>();
    picker.setId(id);
    return picker;
  }

  private static Field row(String label, String info, Node content) {
    Field row = new Field();
    row.setLabel(Texts.text(label));
    row.setInfo(Texts.text(info));
    row.setContent(content);
    return row;
  }

  void show(CopySizeViewModel viewModel) {
    boolean replica = viewModel.isReplica();
    Shown.now(sizeRow, replica);
    Shown.now(diskRow, replica);
    Shown.now(tierRow, replica);
    Shown.now(typeRow, !replica);
    Shown.now(geoRow, !replica);
    viewModel.configurationProperty().subscribe(this::show);
    Bound.choice(size, viewModel.sizesProperty(), viewModel.sizeProperty(), viewModel::chooseSize);
    Bound.choice(disk, viewModel.disksProperty(), viewModel.diskProperty(), viewModel::chooseDisk);
    Bound.choice(tier, viewModel.tiersProperty(), viewModel.tierProperty(), viewModel::chooseTier);
    Bound.choice(
        type,
        viewModel.configurationProperty().map(c -> c.storage().type()),
        viewModel::chooseType);
    type.disableProperty().bind(viewModel.v2RefusalProperty().isNotEmpty());
    typeRow.hintProperty().bind(viewModel.v2RefusalProperty());
    geo.setOnAction(e -> viewModel.chooseGeo(geo.isSelected()));
    geo.disableProperty().bind(viewModel.geoRefusalProperty().isNotEmpty());
    geoRow.hintProperty().bind(viewModel.geoRefusalProperty());
  }

  private void show(Plan.Configuration now) {
    name.setText(ComputeText.name(now));
    detail.setText(ComputeText.detail(now));
    geo.setSelected(now.backup().geoRedundant());
  }
}
