package dev.wrapkey.ui.deployment;

import dev.wrapkey.ui.control.Field;
import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.control.SidePane;
import dev.wrapkey.ui.view.Texts;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The panes that ask before something is made anew, removed or forgotten. */
final class DecisionPanes {

  private DecisionPanes() {}

  /** Asks for what the plan lacks: a name, where there is a choice, and the password. */
  static void complete(PaneHost host, RedeployViewModel viewModel) {
    host.show(form(viewModel));
  }

  /** The same, or to the wizard, where everything can be changed. */
  static void redeploy(PaneHost host, RedeployViewModel viewModel, Runnable edit) {
    SidePane side = form(viewModel);
    side.addAction(
        "redeploy-edit",
        Texts.text("deployment.redeploy.edit"),
        new SimpleBooleanProperty(true),
        edit);
    host.show(side);
  }

  private static SidePane form(RedeployViewModel viewModel) {
    String way = viewModel.isRenamable() ? "redeploy" : "retry";
    VBox body = new VBox(14, words(Texts.text("deployment." + way + ".text")));
    body.getStyleClass().add("pane-form");
    if (viewModel.isRenamable()) {
      TextField name = new TextField();
      name.setId("redeploy-name");
      name.textProperty().bindBidirectional(viewModel.nameProperty());
      Field field = field("deployment.server", name);
      field.problemProperty().bind(viewModel.nameProblemProperty());
      body.getChildren().add(field);
    }
    if (viewModel.hasPassword()) {
      PasswordField password = new PasswordField();
      password.setId("redeploy-password");
      password.textProperty().bindBidirectional(viewModel.passwordProperty());
      Field field = field("deployment.password", password);
      field.setHint(Texts.text("deployment.password.hint", viewModel.login()));
      field.problemProperty().bind(viewModel.passwordProblemProperty());
      body.getChildren().add(field);
    }
    SidePane side = pane(way, body);
    side.addAction(
        way + "-finish",
        Texts.text("deployment." + way),
        viewModel.completeProperty(),
        viewModel::submit);
    return side;
  }

  /** Asks for the server's name before the server is removed. */
  static void remove(PaneHost host, String server, Runnable action) {
    TextField typed = new TextField();
    typed.setId("remove-name");
    SimpleBooleanProperty same = new SimpleBooleanProperty();
    same.bind(typed.textProperty().isEqualTo(server));
    Label what = words(Texts.text("deployment.remove.text", server));
    VBox body = new VBox(14, what, field("deployment.remove.type", typed));
    SidePane side = pane("remove", body);
    side.addAction("remove-finish", Texts.text("deployment.remove"), same, action);
    host.show(side);
  }

  /** Says what is forgotten and what stays. */
  static void delete(PaneHost host, Runnable action) {
    SidePane side = pane("delete", new VBox(words(Texts.text("deployment.delete.text"))));
    side.addAction(
        "delete-finish",
        Texts.text("deployment.delete.do"),
        new SimpleBooleanProperty(true),
        action);
    host.show(side);
  }

  private static SidePane pane(String way, VBox body) {
    SidePane side = new SidePane();
    side.setId(way + "-pane");
    side.setTitle(Texts.text("deployment." + way + ".title"));
    side.setBody(body);
    return side;
  }

  private static Label words(String text) {
    Label words = new Label(text);
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    return words;
  }

  private static Field field(String key, TextField control) {
    Field field = new Field();
    field.setStacked(true);
    field.setRequired(true);
    field.setLabel(Texts.text(key));
    field.setContent(control);
    return field;
  }
}
