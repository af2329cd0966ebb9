package dev.wrapkey.app;

import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.ui.deployment.Deployment;
import dev.wrapkey.ui.deployment.DeploymentView;
import dev.wrapkey.ui.deployment.DeploymentViewModel;
import dev.wrapkey.ui.deployment.Deployments;
import dev.wrapkey.ui.navigation.Browser;
import dev.wrapkey.ui.navigation.Navigator;
import dev.wrapkey.ui.navigation.Page;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;

/** The page of each deployment, one each, so that the bell leads back to it. */
final class DeploymentPages {

  private final Deployments deployments;
  private final Navigator navigator;
  private final Browser browser;
  private final Function<ResourceId, Page> server;
  private final Consumer<Plan> edit;
  private final Function<Plan, Node> template;
  private final Map<Deployment, Page> pages = new HashMap<>();

  /**
   * @param server makes the page of a server
   * @param edit opens the create wizard on a plan
   * @param template makes the screen of a plan as files for other programs
   */
  DeploymentPages(
      Deployments deployments,
      Navigator navigator,
      Browser browser,
      Function<ResourceId, Page> server,
      Consumer<Plan> edit,
      Function<Plan, Node> template) {
    this.deployments = deployments;
    this.navigator = navigator;
    this.browser = browser;
    this.server = server;
    this.edit = edit;
    this.template = template;
  }

  void open(Deployment deployment) {
    navigator.show(page(deployment));
  }

  Page page(Deployment deployment) {
    return pages.computeIfAbsent(deployment, this::make);
  }

  private Page make(Deployment deployment) {
    DeploymentViewModel viewModel =
        new DeploymentViewModel(deployment, deployments, new Ways(deployment));
    return new Page(
        Texts.text("deployment.crumb"),
        Views.load(
            "deployment",
            new DeploymentView(viewModel, () -> template.apply(deployment.plan().orElseThrow()))));
  }

  /** Where the buttons of one deployment's page lead. */
  private final class Ways implements DeploymentViewModel.Destinations {

    private final Deployment deployment;

    private Ways(Deployment deployment) {
      this.deployment = deployment;
    }

    @Override
    public void server(ResourceId id) {
      navigator.replace(server.apply(id));
    }

    @Override
    public void deployment(Deployment other) {
      navigator.replace(page(other));
    }

    @Override
    public void document(String address) {
      browser.open(address);
    }

    @Override
    public void edit(Plan plan) {
      edit.accept(plan);
    }

    @Override
    public void leave() {
      pages.remove(deployment);
      navigator.back();
    }
  }
}
