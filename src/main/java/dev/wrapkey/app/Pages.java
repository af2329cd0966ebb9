package dev.wrapkey.app;

import dev.wrapkey.provisioning.DeploymentName;
import dev.wrapkey.provisioning.Ledger;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Provisioning;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.time.SystemTime;
import dev.wrapkey.ui.deployment.DeploymentView;
import dev.wrapkey.ui.deployment.DeploymentViewModel;
import dev.wrapkey.ui.encryption.EncryptionView;
import dev.wrapkey.ui.encryption.EncryptionViewModel;
import dev.wrapkey.ui.home.HomeView;
import dev.wrapkey.ui.home.HomeViewModel;
import dev.wrapkey.ui.inside.InsideView;
import dev.wrapkey.ui.inside.InsideViewModel;
import dev.wrapkey.ui.navigation.Navigator;
import dev.wrapkey.ui.navigation.Page;
import dev.wrapkey.ui.server.ServerView;
import dev.wrapkey.ui.server.ServerView.Blade;
import dev.wrapkey.ui.server.ServerViewModel;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import javafx.scene.Node;

/** Makes each page, and knows where its buttons lead. */
final class Pages {

  private final Services services;
  private final Navigator navigator;

  Pages(Services services, Navigator navigator) {
    this.services = services;
    this.navigator = navigator;
  }

  /** The list of servers. */
  Page home() {
    HomeViewModel home =
        new HomeViewModel(
            services.cloud(),
            services.tasks(),
            new SystemTime(), // how old the list is, on the person's watch
            new HomeViewModel.Destinations() {
              @Override
              public void createServer() {
                openWizard();
              }

              @Override
              public void openServer(ResourceId server) {
                navigator.open(serverPage(server));
              }
            });
    return new HomeView(home).page();
  }

  private void openWizard() {
    Wizard wizard = new Wizard(services, this::deploy, navigator::back);
    navigator.open(new Page(Texts.text("create.crumb"), wizard.screen()));
    wizard.start();
  }

  private void deploy(Plan plan) {
    Ledger ledger =
        Ledger.begin(
            services.ledgers(),
            DeploymentName.next(services.random()),
            plan.serverId(),
            services.time().now());
    DeploymentViewModel deployment =
        new DeploymentViewModel(
            new Provisioning(services.cloud(), services.time(), Retry.Policy.STANDARD),
            services.tasks(),
            plan,
            ledger,
            id -> navigator.replace(serverPage(id)));
    Node screen = Views.load("deployment", new DeploymentView(deployment));
    navigator.replace(new Page(Texts.text("deployment.crumb"), screen));
    deployment.start();
  }

  private Page serverPage(ResourceId id) {
    ServerViewModel server = new ServerViewModel(services.cloud(), services.tasks(), id);
    SequencedMap<String, Blade> blades = new LinkedHashMap<>();
    EncryptionViewModel encryption =
        new EncryptionViewModel(services.cloud(), services.tasks(), services.time(), id);
    blades.put(
        "encryption",
        blade("security", "encryption", new EncryptionView(encryption), encryption::enter));
    services
        .inspector()
        .ifPresent(
            inspector -> {
              InsideViewModel inside = new InsideViewModel(inspector, services.tasks(), id);
              blades.put(
                  "inside", blade("practice", "inside", new InsideView(inside), inside::refresh));
            });
    return new Page(id.name(), Views.load("server", new ServerView(server, blades)));
  }

  private static Blade blade(String section, String screen, Object view, Runnable entered) {
    return new Blade(section, Views.load(screen, view), entered);
  }
}
