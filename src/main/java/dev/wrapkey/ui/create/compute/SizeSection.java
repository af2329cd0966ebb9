package dev.wrapkey.ui.create.compute;

import dev.wrapkey.catalog.ComputeSize;
import dev.wrapkey.catalog.Preset;
import dev.wrapkey.catalog.Processor;
import dev.wrapkey.catalog.Tier;
import dev.wrapkey.ui.control.Field;
import dev.wrapkey.ui.control.Picker;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.wizard.Bound;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** Rows for tier, maker of processors and size. */
public final class SizeSection extends VBox {

  private final Map<Tier, RadioButton> tiers = new EnumMap<>(Tier.class);
  private final Map<Processor, RadioButton> makers = new EnumMap<>(Processor.class);
  private final Field processors = row(Texts.text("compute.processor"));
  private final Field sizeRow = row(Texts.text("compute.size"));
  private final Picker<ComputeSize> size = new Picker<>();

  public SizeSection() {
    getStyleClass().add("form-part");
    ToggleGroup tierGroup = new ToggleGroup();
    ToggleGroup makerGroup = new ToggleGroup();
    for (Tier tier : Tier.values()) {
      tiers.put(tier, radio("tier-" + tier, Texts.text("compute.tier." + tier), tierGroup));
    }
    for (Processor maker : Processor.values()) {
      makers.put(
          maker, radio("processor-" + maker, Texts.text("compute.processor." + maker), makerGroup));
    }
    Field tierRow = row(Texts.text("compute.tier"));
    tierRow.setContent(column(tiers));
    processors.setContent(column(makers));
    size.setId("compute-size");
    size.setText(SizeSection::caption);
    sizeRow.setContent(size);
    getChildren().setAll(tierRow, processors, sizeRow);
  }

  private static VBox column(Map<?, RadioButton> radios) {
    VBox column = new VBox(6);
    column.getChildren().setAll(radios.values());
    return column;
  }

  private static Field row(String label) {
    Field row = new Field();
    row.setLabel(label);
    return row;
  }

  private static RadioButton radio(String id, String text, ToggleGroup group) {
    RadioButton radio = new RadioButton(text);
    radio.setId(id);
    radio.setToggleGroup(group);
    return radio;
  }

  /** For example "Standard_D2ads_v5 (2 vCores, 8 GiB memory, 3750 max iops)". */
  static String caption(ComputeSize size) {
    return Texts.text(
        "compute.size.caption",
        size.sku(),
        size.vCores(),
        Texts.text(size.vCores() == 1 ? "compute.size.vcore" : "compute.size.vcores"),
        String.valueOf(size.memoryGib()),
        String.valueOf(size.iops()));
  }

  void show(SizeChoice choice) {
    tiers.forEach((tier, radio) -> radio.setOnAction(e -> choice.choose(tier)));
    makers.forEach((maker, radio) -> radio.setOnAction(e -> choice.choose(maker)));
    choice.processorsProperty().subscribe(this::showMakers);
    choice
        .sizeProperty()
        .subscribe(
            now -> {
              tiers.forEach((tier, radio) -> radio.setSelected(tier == now.tier()));
              tiers.forEach((tier, radio) -> radio.setDisable(!choice.offers(tier)));
              makers.forEach((maker, radio) -> radio.setSelected(maker == now.processor()));
              sizeRow.setChanged(!Preset.PRODUCTION.hasSize(now));
            });
    Bound.choice(size, choice.sizesProperty(), choice.sizeProperty(), choice::choose);
  }

  private void showMakers(List<Processor> there) {
    Shown.now(processors, there.size() > 1);
  }
}
