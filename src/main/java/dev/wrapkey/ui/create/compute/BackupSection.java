package dev.wrapkey.ui.create.compute;

import dev.wrapkey.rules.BackupCheck;
import dev.wrapkey.ui.control.Field;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.wizard.Bound;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Rows for retention and redundancy of backups. */
public final class BackupSection extends VBox {

  private static final int BOX = 44;

  private final Slider slider =
      new Slider(BackupCheck.LEAST_DAYS, BackupCheck.MOST_DAYS, BackupCheck.LEAST_DAYS);
  private final TextField days = new TextField();
  private final Label redundancy = new Label();
  private final CheckBox geo = new CheckBox(Texts.text("compute.geo.tick"));
  private final Field retentionRow;
  private final Field geoRow;

  public BackupSection() {
    getStyleClass().add("form-part");
    slider.setId("retention");
    slider.setBlockIncrement(1);
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    days.setId("retention-days");
    days.setPrefWidth(BOX);
    days.setMinWidth(BOX);
    redundancy.setId("redundancy");
    geo.setId("geo-redundancy");
    HBox.setHgrow(slider, Priority.ALWAYS);
    retentionRow = row("compute.retention", "compute.retention.info", new HBox(12, slider, days));
    geoRow = row("compute.geo", "compute.geo.info", geo);
    slider.setAccessibleText(Texts.text("compute.retention"));
    days.setAccessibleText(Texts.text("compute.retention.box"));
    getChildren()
        .setAll(
            retentionRow, row("compute.redundancy", "compute.redundancy.info", redundancy), geoRow);
  }

  private static Field row(String label, String info, Node control) {
    Field row = new Field();
    row.setLabel(Texts.text(label));
    row.setInfo(Texts.text(info));
    row.setContent(control);
    return row;
  }

  void show(BackupChoice choice) {
    Bound.text(retentionRow, days, choice.retention());
    retentionRow.validProperty().unbind();
    retentionRow.setValid(false);
    slider
        .valueProperty()
        .subscribe((was, is) -> choice.chooseDays((int) Math.round(is.doubleValue())));
    choice
        .backupProperty()
        .subscribe(
            now -> {
              slider.setValue(now.retentionDays());
              geo.setSelected(now.geoRedundant());
            });
    choice
        .redundancyProperty()
        .subscribe(where -> redundancy.setText(Texts.text("compute.redundancy." + where)));
    geo.setOnAction(e -> choice.chooseGeo(geo.isSelected()));
    geo.disableProperty().bind(choice.geoRefusalProperty().map(why -> !why.isEmpty()));
    geoRow.hintProperty().bind(choice.geoRefusalProperty());
  }
}
