package dev.wrapkey.ui.practice;

import dev.wrapkey.ui.control.Icon;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.Ticking;
import dev.wrapkey.ui.view.Texts;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The permanent teal bar: nobody takes the practice cloud for the real one. */
public final class PracticeBar extends HBox {

  public PracticeBar(PracticeBarViewModel viewModel) {
    getStyleClass().add("cloud-bar");
    setAlignment(Pos.CENTER_LEFT);
    Label name = new Label(Texts.text("shell.practice.name"), new Icon("shield"));
    name.getStyleClass().add("strong");
    Label time = new Label("", new Icon("clock"));
    time.textProperty().bind(viewModel.timeProperty());
    Label free = new Label(Texts.text("shell.practice.free"));
    free.setTooltip(new Tooltip(free.getText()));
    free.setMinWidth(0);
    Region gap = new Region();
    setHgrow(gap, Priority.ALWAYS);
    Label runs = new Label(Texts.text("shell.practice.runs"));
    ComboBox<Double> speeds = speeds(viewModel);
    runs.setLabelFor(speeds);
    Label open = new Label(Texts.text("practice.bar.open"), new Icon("network"));
    open.setId("practice-open");
    Shown.when(open, viewModel.programs().accessProperty().map(Optional::isPresent));
    Button manage = new Button(Texts.text("practice.bar.manage"));
    manage.setId("manage-practice");
    manage.setOnAction(e -> viewModel.manage());
    getChildren().setAll(name, free, gap, open, time, runs, speeds, manage);
    List.of(name, open, time, runs, speeds, manage)
        .forEach(each -> each.setMinWidth(USE_PREF_SIZE));
    Ticking.on(this, viewModel::tick);
  }

  private static ComboBox<Double> speeds(PracticeBarViewModel viewModel) {
    ComboBox<Double> speeds =
        new ComboBox<>(FXCollections.observableArrayList(PracticeBarViewModel.SPEEDS));
    speeds.setId("practice-speed");
    speeds.setAccessibleText(Texts.text("shell.practice.runs"));
    speeds.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Double speed) {
            return speed == null ? "" : PracticeBarViewModel.words(speed);
          }

          @Override
          public @Nullable Double fromString(String words) {
            return null;
          }
        });
    speeds.valueProperty().bindBidirectional(viewModel.speedProperty());
    return speeds;
  }
}
