package dev.wrapkey.ui.create.basics;

import dev.wrapkey.catalog.Preset;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.ui.control.Field;
import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.wizard.ComputeText;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** Rows for the workload type and for what it chose, with the way to the page that changes it. */
public final class WorkloadSection extends VBox {

  private final Map<Preset, RadioButton> presets = new EnumMap<>(Preset.class);
  private final Label name = label("compute-name", true);
  private final Label detail = label("compute-detail", false);
  private final Label geo = label("compute-geo", true);
  private final Link configure = new Link(Texts.text("basics.compute.configure"));

  public WorkloadSection() {
    getStyleClass().add("form-part");
    VBox radios = new VBox(6);
    ToggleGroup group = new ToggleGroup();
    for (Preset preset : Preset.values()) {
      RadioButton radio = new RadioButton(Texts.text("basics.workload." + preset));
      radio.setId("workload-" + preset);
      radio.setToggleGroup(group);
      presets.put(preset, radio);
      radios.getChildren().add(radio);
    }
    configure.setId("configure-server");
    VBox summary = new VBox(name, detail, geo, configure);
    summary.getStyleClass().add("compute-summary");
    getChildren()
        .setAll(
            row(Texts.text("basics.workload"), Texts.text("basics.workload.info"), radios),
            row(Texts.text("basics.compute"), Texts.text("basics.compute.info"), summary));
  }

  private static Field row(String label, String info, Node content) {
    Field row = new Field();
    row.setLabel(label);
    row.setInfo(info);
    row.setContent(content);
    return row;
  }

  private static Label label(String id, boolean strong) {
    Label label = new Label();
    label.setId(id);
    label.setWrapText(true);
    if (strong) {
      label.getStyleClass().add("strong");
    }
    return label;
  }

  /** Says what the buttons do; to be called once. */
  void act(Consumer<Preset> choose, Runnable open) {
    presets.forEach((preset, radio) -> radio.setOnAction(e -> choose.accept(preset)));
    configure.setOnAction(e -> open.run());
  }

  void show(Plan.Configuration now, Predicate<Preset> chosen) {
    presets.forEach((preset, radio) -> radio.setSelected(chosen.test(preset)));
    name.setText(ComputeText.name(now));
    detail.setText(ComputeText.detail(now));
    geo.setText(
        Texts.text(
            now.backup().geoRedundant() ? "basics.compute.geo.on" : "basics.compute.geo.off"));
  }
}
