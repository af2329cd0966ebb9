package dev.wrapkey.ui.deployment;

import dev.wrapkey.export.Input;
import dev.wrapkey.ui.control.SideMenu;
import dev.wrapkey.ui.view.Texts;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;

/** The parts of a deployment's page, in the portal's order (portal specification 4.4). */
final class DeploymentParts {

  private final BorderPane page;
  private final SideMenu menu;
  private final Label title;
  private String deployment = "";

  /**
   * @param title of the page; names the part that is shown
   */
  DeploymentParts(BorderPane page, SideMenu menu, Label title) {
    this.page = page;
    this.menu = menu;
    this.title = title;
  }

  /**
   * Fills the menu and shows the overview.
   *
   * @param template the plan as files for other programs; asked for if the plan is known
   */
  void fill(DeploymentViewModel viewModel, Node overview, Supplier<Node> template) {
    deployment = viewModel.entry().deployment();
    add("overview", () -> overview);
    add("inputs", () -> inputs(viewModel));
    add("outputs", () -> outputs(viewModel));
    add(
        "template",
        () ->
            viewModel.isRepeatable()
                ? template.get()
                : ValueList.of(List.of(), Texts.text("deployment.inputs.unknown")));
    open("overview", overview);
  }

  private void add(String part, Supplier<Node> node) {
    menu.addItem(part, Texts.text("deployment.menu." + part), () -> open(part, node.get()));
  }

  private void open(String part, Node node) {
    menu.mark(part);
    page.setCenter(node);
    String name = Texts.text("deployment.menu." + part);
    title.setText(Texts.text("deployment.title", deployment, name));
  }

  private static Node inputs(DeploymentViewModel viewModel) {
    return viewModel.isRepeatable()
        ? ValueList.of(viewModel.inputs(), Texts.text("deployment.inputs.text"))
        : ValueList.of(List.of(), Texts.text("deployment.inputs.unknown"));
  }

  private static Node outputs(DeploymentViewModel viewModel) {
    Function<String, String> words = key -> Texts.text("deployment.outputs." + key);
    if (viewModel.phaseProperty().get() != Phase.SUCCEEDED) {
      return ValueList.of(List.of(), words.apply("none"));
    }
    String id = viewModel.entry().id().toString();
    return ValueList.of(
        List.of(new Input("serverId", words.apply("server"), id, false)), words.apply("text"));
  }
}
