package dev.wrapkey.ui.rotation;

import dev.wrapkey.rotation.SafetyGate;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.CommandBox;
import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.control.SidePane;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.view.Texts;
import java.time.Instant;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * Asks whether the old version shall be disabled; while the gate is closed it only says why not.
 */
final class RetirePane {

  private RetirePane() {}

  static void open(PaneHost host, RotationCase of, SafetyGate gate, Instant now) {
    boolean open = gate.isOpenAt(now);
    SidePane side = new SidePane();
    side.setTitle(Texts.text(open ? "rotation.retire.title" : "rotation.retire.refused"));
    side.setSubtitle(of.entryProperty().get().order().server().name());
    VBox body = new VBox();
    body.setId("retire");
    body.setSpacing(10);
    if (open) {
      body.getChildren().add(new Callout(Callout.Kind.INFO, Texts.text("rotation.retire.text")));
    } else {
      body.getChildren().add(new Callout(Callout.Kind.ERROR, Texts.text("rotation.retire.closed")));
      gate.against(now)
          .forEach(
              reason ->
                  body.getChildren()
                      .add(new StatusLabel(StatusLabel.Kind.WARNING, GateWords.of(reason))));
    }
    Label command = new Label(Texts.text("rotation.retire.command"));
    command.getStyleClass().add("strong");
    body.getChildren().add(command);
    of.disabling().forEach(az -> body.getChildren().add(new CommandBox(az.bash())));
    side.setBody(body);
    if (open) {
      side.addAction(
          "retire-do",
          Texts.text("rotation.retire.do"),
          new SimpleBooleanProperty(true),
          of::retire);
    }
    Button keep = new Button(Texts.text(open ? "rotation.retire.keep" : "rotation.retire.close"));
    keep.setId("retire-keep");
    keep.setOnAction(e -> side.close());
    side.getFooter().add(keep);
    host.show(side);
    keep.requestFocus(); // Enter keeps the version
  }
}
