package dev.wrapkey.ui.key;

import dev.wrapkey.provisioning.OwnRights;
import dev.wrapkey.ui.control.Identifier;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.view.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** What the account can do about a store that refused it. */
final class AccessNodes {

  private AccessNodes() {}

  /**
   * @param name begins the ids of its controls
   */
  static List<Node> of(OwnAccess.State state, String name, Runnable grant) {
    return switch (state) {
      case OwnAccess.State.Idle _ -> List.of();
      case OwnAccess.State.Asking _ -> List.of(busy(Texts.text("key.access.asking")));
      case OwnAccess.State.MayGrant _ ->
          List.of(words(Texts.text("key.access.may", OwnRights.ROLE)), button(name, grant));
      case OwnAccess.State.MayNot(String command) -> mayNot(name, command);
      case OwnAccess.State.Waiting(int attempts) ->
          List.of(busy(Texts.text("key.access.waiting", attempts)));
      case OwnAccess.State.Failed(var why) ->
          List.of(
              new StatusLabel(
                  StatusLabel.Kind.ERROR, Texts.text("key.access.failed", why.details())),
              button(name, grant));
    };
  }

  private static List<Node> mayNot(String name, String command) {
    Label about = words(Texts.text("key.access.maynot", OwnRights.ROLE));
    if (command.isEmpty()) {
      return List.of(about);
    }
    Identifier text = new Identifier(command);
    text.setId(name + "-access-command");
    return List.of(about, text);
  }

  private static Button button(String name, Runnable grant) {
    Button button = new Button(Texts.text("key.access.grant", OwnRights.ROLE));
    button.setId(name + "-access-grant");
    button.setOnAction(e -> grant.run());
    return button;
  }

  private static StatusLabel busy(String text) {
    return new StatusLabel(StatusLabel.Kind.BUSY, text);
  }

  private static Label words(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    return label;
  }
}
