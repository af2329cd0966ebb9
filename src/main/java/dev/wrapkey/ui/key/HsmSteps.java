package dev.wrapkey.ui.key;

import dev.wrapkey.export.HsmCommands;
import dev.wrapkey.ui.control.Identifier;
import dev.wrapkey.ui.view.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/** How a managed HSM is made outside of Wrapkey, step by step, each with its command to copy. */
public final class HsmSteps extends TitledPane {

  private final VBox steps = new VBox();

  public HsmSteps() {
    setText(Texts.text("key.hsm.steps"));
    setExpanded(false);
    setAnimated(false);
    steps.getStyleClass().add("pane-form");
    setContent(steps);
  }

  /** For a server in this place. */
  void show(Scope place) {
    steps
        .getChildren()
        .setAll(
            step("create", HsmCommands.create(place.subscription().id(), place.region())),
            step("certificates", HsmCommands.certificates()),
            step("activate", HsmCommands.activate()),
            step("key", HsmCommands.key()));
  }

  private static VBox step(String name, String command) {
    Label about = new Label(Texts.text("key.hsm.step." + name));
    about.setWrapText(true);
    Identifier text = new Identifier(command);
    text.setId("hsm-" + name);
    return new VBox(4, about, text);
  }
}
