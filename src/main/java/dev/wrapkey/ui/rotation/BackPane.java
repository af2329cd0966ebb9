package dev.wrapkey.ui.rotation;

import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.CommandBox;
import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.control.SidePane;
import dev.wrapkey.ui.view.Texts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Asks whether a rotation shall be rolled back. */
final class BackPane {

  private BackPane() {}

  static void open(Node node, RotationCase of) {
    SidePane side = new SidePane();
    side.setTitle(Texts.text("rotation.back.title"));
    side.setSubtitle(of.entryProperty().get().order().server().name());
    Label command = new Label(Texts.text("rotation.back.command"));
    command.getStyleClass().add("strong");
    VBox body =
        new VBox(
            new Callout(Callout.Kind.INFO, Texts.text("rotation.back.text")),
            command,
            new CommandBox(of.rollingBack().bash()));
    body.setSpacing(10);
    side.setBody(body);
    // Right after the last step the gate is looked at; until then a click would be for nothing.
    side.addAction(
        "back-do",
        Texts.text("rotation.back.do"),
        of.busyProperty().isEqualTo(RotationCase.Busy.NONE),
        of::rollBack);
    Button keep = new Button(Texts.text("rotation.back.keep"));
    keep.setId("back-keep");
    keep.setOnAction(e -> side.close());
    side.getFooter().add(keep);
    PaneHost.around(node).ifPresent(host -> host.show(side));
  }
}
