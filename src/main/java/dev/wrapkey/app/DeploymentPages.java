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
import dev.wrapkey.ui.preflight.PreflightViewModel;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.Node;

/** The page of each deployment, one each, so that the bell leads back to it. */
final class DeploymentPages {

  /** What can be done with a plan outside of its deployment. */
  interface PlanUses {

    /** Opens the create wizard on it. */
    void edit(Plan plan);

    /** The screen of it as files for other programs. */
    Node template(Plan plan);

    /** Finds out what stands in its way. */
    PreflightViewModel checks(Plan plan);
  }

  private final Deployments deployments;
  private final Navigator navigator;
  private final Browser browser;
  private final Function<ResourceId, Page> server;
  private final PlanUses plans;
  private final Map<Deployment, Page> pages = new HashMap<>();

  /**
   * @param server makes the page of a server
   * @param plans what else can be done with a deployment's plan
   */
  DeploymentPages(
      Deployments deployments,
      Navigator navigator,
      Browser browser,
      Function<ResourceId, Page> server,
      PlanUses plans) {
    this.deployments = deployments;
    this.navigator = navigator;
    this.browser = browser;
    this.server = server;
    this.plans = plans;
  }

  void open(Deployment deployment) {
    navigator.show(page(deployment));
  }

  Page page(Deployment deployment) {
    return pages.computeIfAbsent(deployment, this::make);
  }

  private Page make(Deployment deployment) {
    DeploymentViewModel viewModel =
        new DeploymentViewModel(deployment, deployments, new Ways(deployment), plans::checks);
    return new Page(
        Texts.text("deployment.crumb"),
        Views.load(
            "deployment",
            new DeploymentView(viewModel, () -> plans.template(deployment.plan().orElseThrow()))));
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
      plans.edit(plan);
    }

    @Override
    public void leave() {
      pages.remove(deployment);
      navigator.back();
    }
  }
}
