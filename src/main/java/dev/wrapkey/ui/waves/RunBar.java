package dev.wrapkey.ui.waves;

import dev.wrapkey.ui.control.Icon;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.view.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/** The buttons of waves; only those are there that would do something now. */
public final class RunBar extends HBox {

  private final Map<Button, Predicate<WaveCase.Standing>> buttons = new LinkedHashMap<>();
  private Optional<WaveCase> shown = Optional.empty();

  public RunBar() {
    setSpacing(4);
    add("go-on", "play", WaveCase.Standing::canGoOn, WaveCase::goOn);
    add("pause", "clock", now -> now.busy() == WaveCase.Busy.RUNNING, WaveCase::pause);
    add("stop", "stop", WaveCase.Standing::canStop, WaveCase::stop);
    add("retry", "redeploy", WaveCase.Standing::canRetry, WaveCase::retry);
    add("settle", "close", WaveCase.Standing::canSettle, WaveCase::settle);
    getChildren().setAll(buttons.keySet());
  }

  private void add(
      String name, String icon, Predicate<WaveCase.Standing> when, Consumer<WaveCase> deed) {
    Button button = new Button(Texts.text("waves.do." + name), new Icon(icon));
    button.setId("waves-" + name);
    button.getStyleClass().add("command");
    button.setOnAction(e -> shown.ifPresent(deed));
    buttons.put(button, when);
  }

  void show(Optional<WaveCase> waves) {
    shown = waves;
    buttons.forEach(
        (button, when) ->
            Shown.now(
                button, waves.filter(one -> when.test(one.standingProperty().get())).isPresent()));
    Shown.now(this, waves.isPresent());
  }
}
