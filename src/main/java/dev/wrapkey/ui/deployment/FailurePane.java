package dev.wrapkey.ui.deployment;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.ui.control.CopyButton;
import dev.wrapkey.ui.control.Identifier;
import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.control.SidePane;
import dev.wrapkey.ui.failure.Explanation;
import dev.wrapkey.ui.preflight.Causes;
import dev.wrapkey.ui.preflight.PreflightViewModel;
import dev.wrapkey.ui.view.Texts;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Why a deployment failed: the service's code and message, our explanation, the whole answer. */
final class FailurePane {

  private static final int ROWS = 12;

  private FailurePane() {}

  /**
   * @param checks look for the cause; empty if there is nothing to look for
   */
  static void open(PaneHost host, CloudFailure why, Optional<PreflightViewModel> checks) {
    SidePane side = new SidePane();
    side.setId("failure-pane");
    side.setTitle(Texts.text("deployment.failure"));
    side.setBody(body(why, checks));
    host.show(side);
  }

  private static Node body(CloudFailure why, Optional<PreflightViewModel> checks) {
    Explanation explanation = Explanation.of(why);
    VBox body =
        new VBox(
            6,
            head("deployment.failure.code"),
            new Identifier(why.code()),
            head("deployment.failure.message"),
            words("failure-message", why.details()),
            head("deployment.failure.means"),
            words("failure-means", explanation.means()),
            head("deployment.failure.todo"),
            words("failure-todo", explanation.todo()));
    checks.ifPresent(
        panel ->
            body.getChildren().addAll(head("deployment.failure.causes"), new Causes(panel, why)));
    if (!why.correlationId().isEmpty()) {
      body.getChildren()
          .addAll(head("deployment.correlation"), new Identifier(why.correlationId()));
    }
    body.getChildren().addAll(rawHead(why), raw(why));
    return body;
  }

  private static Label head(String key) {
    Label head = new Label(Texts.text(key));
    head.getStyleClass().addAll("section-head", "failure-head");
    return head;
  }

  private static Label words(String id, String text) {
    Label words = new Label(text);
    words.setId(id);
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    return words;
  }

  private static Node rawHead(CloudFailure why) {
    CopyButton copy = new CopyButton();
    copy.setId("copy-failure");
    copy.setContent(DeploymentViewModel.raw(why));
    HBox head = new HBox(6, head("deployment.failure.raw"), copy);
    head.setAlignment(Pos.BOTTOM_LEFT);
    return head;
  }

  private static Node raw(CloudFailure why) {
    TextArea raw = new TextArea(DeploymentViewModel.raw(why));
    raw.setId("failure-raw");
    raw.setEditable(false);
    raw.setWrapText(true);
    raw.setPrefRowCount(ROWS);
    raw.getStyleClass().add("mono");
    raw.setAccessibleText(Texts.text("deployment.failure.raw"));
    return raw;
  }
}
