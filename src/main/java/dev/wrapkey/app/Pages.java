package dev.wrapkey.app;

import dev.wrapkey.provisioning.Ledger;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.provisioning.ServerLifecycle;
import dev.wrapkey.time.SystemTime;
import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.create.template.TemplateView;
import dev.wrapkey.ui.create.template.TemplateViewModel;
import dev.wrapkey.ui.deployment.Deployment;
import dev.wrapkey.ui.deployment.UnfinishedView;
import dev.wrapkey.ui.deployment.UnfinishedViewModel;
import dev.wrapkey.ui.encryption.Elsewhere;
import dev.wrapkey.ui.encryption.EncryptionView;
import dev.wrapkey.ui.encryption.EncryptionViewModel;
import dev.wrapkey.ui.home.HomeView;
import dev.wrapkey.ui.home.HomeViewModel;
import dev.wrapkey.ui.identity.NewIdentityPane;
import dev.wrapkey.ui.identity.NewIdentityViewModel;
import dev.wrapkey.ui.inside.InsideView;
import dev.wrapkey.ui.inside.InsideViewModel;
import dev.wrapkey.ui.key.Scope;
import dev.wrapkey.ui.navigation.Navigator;
import dev.wrapkey.ui.navigation.Page;
import dev.wrapkey.ui.preflight.PreflightViewModel;
import dev.wrapkey.ui.server.CommandsViewModel;
import dev.wrapkey.ui.server.NetworkView;
import dev.wrapkey.ui.server.NetworkViewModel;
import dev.wrapkey.ui.server.ReplicationView;
import dev.wrapkey.ui.server.ReplicationViewModel;
import dev.wrapkey.ui.server.ServerView;
import dev.wrapkey.ui.server.ServerView.Blade;
import dev.wrapkey.ui.server.ServerViewModel;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Makes each page, and knows where its buttons lead. */
final class Pages {

  private final Services services;
  private final Ongoing ongoing;
  private final Navigator navigator;
  private final DeploymentPages deployments;
  private final RotationPages rotations;
  private final CopyPages copies;
  private @Nullable Wizard wizard;

  Pages(Services services, Ongoing ongoing, Navigator navigator) {
    this.services = services;
    this.ongoing = ongoing;
    this.navigator = navigator;
    this.deployments =
        new DeploymentPages(
            ongoing.deployments(),
            navigator,
            services.host().browser(),
            id -> serverPage(id),
            planUses());
    this.copies = new CopyPages(services, navigator, ongoing.notifications(), copyWays());
    ongoing.deployments().onOpen(deployments::open);
    ongoing.keyChanges().onOpen(server -> navigator.open(serverPage(server)));
    rotations = new RotationPages(services, ongoing, navigator);
    rotations.lead();
  }

  private DeploymentPages.PlanUses planUses() {
    return new DeploymentPages.PlanUses() {
      @Override
      public void edit(Plan plan) {
        if (plan.isCopy()) {
          copies.edit(plan);
        } else {
          openWizard().take(plan);
        }
      }

      @Override
      public Node template(Plan plan) {
        return Views.load("template", TemplateView.part(Pages.this.template(plan)));
      }

      @Override
      public PreflightViewModel checks(Plan plan) {
        return new Checks(services, navigator).panel(() -> Optional.of(Checks.subject(plan)));
      }
    };
  }

  private CopyPages.Ways copyWays() {
    return new CopyPages.Ways() {
      @Override
      public void deploy(Plan plan) {
        if (!services.isWanted(plan)) {
          return;
        }
        navigator.replace(deployments.page(ongoing.deployments().begin(plan)));
      }

      @Override
      public void template(Plan plan) {
        openTemplate(plan);
      }

      @Override
      public void create(Plan plan) {
        openWizard().take(plan);
      }
    };
  }

  private void openTemplate(Plan plan) {
    navigator.open(
        new Page(
            Texts.text("template.crumb"),
            Views.load("template", TemplateView.page(template(plan)))));
  }

  /** The list of servers. */
  Page home() {
    HomeViewModel home =
        new HomeViewModel(
            services.cloud(),
            services.tasks(),
            new SystemTime(), // how old the list is, on the person's watch
            services.host().memory(),
            new HomeViewModel.Destinations() {
              @Override
              public void createServer() {
                openWizard();
              }

              @Override
              public void openPlan() {
                openWizard().openPlan();
              }

              @Override
              public void openServer(ResourceId server) {
                navigator.open(serverPage(server));
              }

              @Override
              public void rotateMany() {
                rotations.openMany("");
              }
            });
    Page list = new HomeView(home).page();
    Node notices =
        Views.load(
            "unfinished",
            new UnfinishedView(new UnfinishedViewModel(ongoing.deployments(), deployments::open)));
    VBox.setVgrow(list.content(), Priority.ALWAYS);
    HealthPages health = new HealthPages(services, navigator, rotations, this::serverAt);
    Node sections =
        new VaultPages(services, navigator, Optional.of(health)).strip(VaultPages.SERVERS);
    return new Page(list.crumb(), new VBox(sections, notices, list.content()), list.entered());
  }

  /**
   * The wizard keeps what was entered until it is created or thrown away, wherever a person goes
   * meanwhile.
   */
  Wizard openWizard() {
    Wizard kept = wizard;
    if (kept != null) {
      navigator.show(wizardPage(kept));
      return kept;
    }
    Wizard fresh = new Wizard(services, navigator, exits());
    wizard = fresh;
    navigator.open(wizardPage(fresh));
    fresh.start();
    return fresh;
  }

  /** Goes to the guided rotation of a server. */
  void rotate(ResourceId server) {
    rotations.openOne(server);
  }

  /** Shows the plan of a file in the wizard, or there why that cannot be. */
  void openPlan(Path file) {
    openWizard().openPlan(file);
  }

  private Wizard.Exits exits() {
    return new Wizard.Exits() {
      @Override
      public void create(Plan plan) {
        deploy(plan);
      }

      @Override
      public void template(Plan plan) {
        openTemplate(plan);
      }

      @Override
      public void other(Plan plan) {
        if (wizard != null && !wizard.isTouched()) {
          closeWizard();
        }
        copies.edit(plan);
      }

      @Override
      public void close() {
        closeWizard();
      }
    };
  }

  private TemplateViewModel template(Plan plan) {
    return new TemplateViewModel(plan, services.tasks(), services.host().dialogs());
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
    if (!services.isWanted(plan)) {
      return;
    }
    wizard = null;
    Deployment deployment = ongoing.deployments().begin(plan);
    navigator.replace(deployments.page(deployment));
  }

  private Page serverPage(ResourceId id) {
    return serverAt(id, "overview");
  }

  private Page serverAt(ResourceId id, String blade) {
    ServerViewModel server = new ServerViewModel(services.cloud(), services.tasks(), id);
    server.originsFrom(
        read -> Ledger.originOf(services.ledgers(), read.id(), read.setup().created()));
    CommandsViewModel commands =
        new CommandsViewModel(
            server,
            new ServerLifecycle(services.cloud(), services.time(), Retry.Policy.STANDARD),
            services.tasks(),
            navigator::back);
    commands.restoreWith(copies::restore);
    SequencedMap<String, Blade> blades = new LinkedHashMap<>();
    AtomicReference<@Nullable Consumer<String>> shown = new AtomicReference<>();
    Consumer<String> open =
        name -> Optional.ofNullable(shown.get()).ifPresent(way -> way.accept(name));
    NetworkViewModel network = new NetworkViewModel(services.cloud(), services.tasks(), server);
    blades.put("network", blade("settings", "network", new NetworkView(network), network::refresh));
    blades.put("replication", replication(server));
    EncryptionViewModel encryption = encryption(id);
    BooleanSupplier mayLeave = () -> Discard.mayLeave(encryption, id);
    Node keys = keys(encryption, () -> open.accept(RecoveryPages.RECOVERY));
    blades.put("encryption", new Blade("security", keys, encryption::enter, mayLeave));
    services
        .inspector()
        .ifPresent(
            inspector -> {
              InsideViewModel inside = new InsideViewModel(inspector, services.tasks(), id);
              blades.put(
                  "inside", blade("practice", "inside", new InsideView(inside), inside::refresh));
            });
    new RecoveryPages(services, ongoing.keyChanges(), rotations::openOne, this::createIdentity)
        .add(id, blades, open);
    ServerView view = new ServerView(commands, blades).at(blade);
    shown.set(view::open);
    Node content = Views.load("server", view);
    return new Page(id.name(), content, () -> {}, mayLeave);
  }

  private Node keys(EncryptionViewModel encryption, Runnable recover) {
    return Views.load(
        "encryption",
        new EncryptionView(
            encryption, this::createIdentity, new Elsewhere(copies::restore, recover)));
  }

  private Blade replication(ServerViewModel server) {
    ReplicationViewModel replicas =
        new ReplicationViewModel(
            services.cloud(),
            services.tasks(),
            server,
            copies::replicate,
            other -> navigator.open(serverPage(other)));
    return blade("", "replication", new ReplicationView(replicas), replicas::refresh);
  }

  private EncryptionViewModel encryption(ResourceId id) {
    EncryptionViewModel encryption =
        new EncryptionViewModel(
            services.cloud(),
            services.tasks(),
            services.time(),
            id,
            ongoing.keyChanges(),
            new Checks(services, navigator)::panel);
    encryption.settle(new VaultPages(services, navigator)::openKey, services::profile);
    return encryption;
  }

  private void createIdentity(PaneHost host, Scope where, Consumer<ManagedIdentity> made) {
    NewIdentityPane.open(
        host, new NewIdentityViewModel(services.cloud(), services.tasks(), where, made));
  }

  /** About the practice cloud itself. */
  Page practice(PracticeSide side) {
    return new PanelPages(services, side, navigator, this::serverPage).panel();
  }

  private static Blade blade(String section, String screen, Object view, Runnable entered) {
    return new Blade(section, Views.load(screen, view), entered);
  }
}
