package dev.wrapkey.ui.identity;

import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Identifier;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.view.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** The picked identity's rights on the chosen key, as words and with the command to copy. */
final class GrantNodes {

  private GrantNodes() {}

  static List<Node> of(GrantCheck.Answer answer) {
    return switch (answer) {
      case GrantCheck.Answer.Nothing _ -> List.of();
      case GrantCheck.Answer.Asking _ ->
          List.of(new StatusLabel(StatusLabel.Kind.BUSY, Texts.text("identity.rights.asking")));
      case GrantCheck.Answer.Enough _ ->
          List.of(new StatusLabel(StatusLabel.Kind.OK, Texts.text("identity.rights.enough")));
      case GrantCheck.Answer.Lacks lacks -> {
        List<Node> nodes = new ArrayList<>();
        nodes.add(callout(Callout.Kind.WARNING, "identity-lacks", lacks.sentence()));
        nodes.addAll(command(lacks.command()));
        yield nodes;
      }
      case GrantCheck.Answer.Unknown unknown -> {
        List<Node> nodes = new ArrayList<>();
        nodes.add(
            callout(
                Callout.Kind.INFO,
                "identity-rights-unknown",
                Texts.text("identity.rights.unknown", unknown.why())));
        unknown.command().ifPresent(text -> nodes.addAll(command(text)));
        yield nodes;
      }
    };
  }

  private static Callout callout(Callout.Kind kind, String id, String text) {
    Callout callout = new Callout(kind, text);
    callout.setId(id);
    return callout;
  }

  private static List<Node> command(String text) {
    Label about = new Label(Texts.text("identity.rights.command"));
    about.getStyleClass().add("secondary");
    Identifier command = new Identifier(text);
    command.setId("grant-command");
    return List.of(about, command);
  }
}
