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
import dev.wrapkey.ui.deployment.UnfinishedView;
import dev.wrapkey.ui.deployment.UnfinishedViewModel;
import dev.wrapkey.ui.encryption.EncryptionView;
import dev.wrapkey.ui.encryption.EncryptionViewModel;
import dev.wrapkey.ui.home.HomeView;
import dev.wrapkey.ui.home.HomeViewModel;
import dev.wrapkey.ui.inside.InsideView;
import dev.wrapkey.ui.inside.InsideViewModel;
import dev.wrapkey.ui.navigation.Navigator;
import dev.wrapkey.ui.navigation.Page;
import dev.wrapkey.ui.practice.OtherProgramsView;
import dev.wrapkey.ui.practice.PracticeView;
import dev.wrapkey.ui.practice.Steering;
import dev.wrapkey.ui.practice.SteeringView;
import dev.wrapkey.ui.server.ServerView;
import dev.wrapkey.ui.server.ServerView.Blade;
import dev.wrapkey.ui.server.ServerViewModel;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Makes each page, and knows where its buttons lead. */
final class Pages {

  private final Services services;
  private final Navigator navigator;
  private @Nullable Wizard wizard;

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
    Page list = new HomeView(home).page();
    Node notices =
        Views.load(
            "unfinished",
            new UnfinishedView(
                new UnfinishedViewModel(
                    provisioning(),
                    services.tasks(),
                    Ledger.unfinished(services.ledgers()),
                    server -> navigator.open(serverPage(server)))));
    VBox.setVgrow(list.content(), Priority.ALWAYS);
    return new Page(list.crumb(), new VBox(notices, list.content()), list.entered());
  }

  /**
   * The wizard keeps what was entered until it is created or thrown away, wherever a person goes
   * meanwhile.
   */
  private void openWizard() {
    Wizard kept = wizard;
    if (kept != null) {
      navigator.open(wizardPage(kept));
      return;
    }
    Wizard fresh = new Wizard(services, navigator, this::deploy, this::closeWizard);
    wizard = fresh;
    navigator.open(wizardPage(fresh));
    fresh.start();
  }

  private static Page wizardPage(Wizard open) {
    return new Page(Texts.text("create.crumb"), open.screen());
  }

  private void closeWizard() {
    if (wizard == null || !wizard.isTouched() || Discard.isWanted()) {
      wizard = null;
      navigator.back();
    }
  }

  private void deploy(Plan plan) {
    wizard = null;
    Ledger ledger =
        Ledger.begin(
            services.ledgers(),
            DeploymentName.next(services.random()),
            plan.serverId(),
            services.time().now());
    DeploymentViewModel deployment =
        new DeploymentViewModel(
            provisioning(),
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

  /** About the practice cloud itself. */
  Page practice() {
    Steering steering = new Steering(services.steering(), services.tasks(), () -> {});
    List<Node> parts =
        List.of(
            Views.load("otherprograms", new OtherProgramsView(services.programs())),
            Views.load("steering", new SteeringView(steering)));
    return new Page(
        Texts.text("practice.crumb"),
        Views.load("practice", new PracticeView(parts, steering.newsProperty())),
        steering::look);
  }

  private Provisioning provisioning() {
    return new Provisioning(services.cloud(), services.time(), Retry.Policy.STANDARD);
  }

  private static Blade blade(String section, String screen, Object view, Runnable entered) {
    return new Blade(section, Views.load(screen, view), entered);
  }
}
