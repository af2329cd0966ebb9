package dev.wrapkey.app;

import dev.wrapkey.catalog.PriceList;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.rules.CopyCheck;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.time.SystemTime;
import dev.wrapkey.ui.control.WithAside;
import dev.wrapkey.ui.copy.CopyBasicsView;
import dev.wrapkey.ui.copy.CopyBasicsViewModel;
import dev.wrapkey.ui.copy.Source;
import dev.wrapkey.ui.create.CreateView;
import dev.wrapkey.ui.create.CreateViewModel;
import dev.wrapkey.ui.create.cost.CostView;
import dev.wrapkey.ui.create.cost.CostViewModel;
import dev.wrapkey.ui.create.networking.FirewallQuestion;
import dev.wrapkey.ui.create.networking.NetworkingView;
import dev.wrapkey.ui.create.networking.NetworkingViewModel;
import dev.wrapkey.ui.create.planfile.PlanFileView;
import dev.wrapkey.ui.create.planfile.PlanFileViewModel;
import dev.wrapkey.ui.create.review.ReviewView;
import dev.wrapkey.ui.create.review.ReviewViewModel;
import dev.wrapkey.ui.create.security.SecurityView;
import dev.wrapkey.ui.create.security.SecurityViewModel;
import dev.wrapkey.ui.create.tags.TagsView;
import dev.wrapkey.ui.create.tags.TagsViewModel;
import dev.wrapkey.ui.navigation.Navigator;
import dev.wrapkey.ui.preflight.PreflightViewModel;
import dev.wrapkey.ui.preflight.Repairing;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import dev.wrapkey.ui.wizard.Draft;
import dev.wrapkey.ui.wizard.Forms;
import dev.wrapkey.ui.wizard.RegionOffers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;

/** The wizard of a restore or of a read replica: a first tab of its own, the rest as to create. */
final class CopyWizard {

  private final Services services;
  private final Source source;
  private final Draft draft;
  private final CopyBasicsViewModel basics;
  private final NetworkingViewModel networking;
  private final SecurityViewModel security;
  private final TagsViewModel tags;
  private final Forms forms;
  private final ReviewViewModel review;
  private final CreateViewModel frame;
  private final PlanFileViewModel files;
  private final Wizard.Exits exits;
  private final Node screen;

  /**
   * @param first what the copy starts with; it has an origin
   * @param navigator leads to keys and rules
   */
  CopyWizard(
      Services services, Navigator navigator, Source source, Plan first, Wizard.Exits exits) {
    this.services = services;
    this.source = source;
    this.exits = exits;
    draft = new Draft(first);
    basics =
        new CopyBasicsViewModel(
            new CopyBasicsViewModel.Means(services.cloud(), services.tasks(), new SystemTime()),
            source,
            draft,
            new RegionOffers(services.cloud().directory(), services.tasks()),
            this::moved);
    networking =
        new NetworkingViewModel(services.cloud(), services.tasks(), services.time(), draft);
    networking.inherit();
    security = new SecurityViewModel(services.cloud(), services.tasks(), services.time(), draft);
    security.judgeBy(services::profile);
    security.openKeysWith(new VaultPages(services, navigator)::openKey);
    tags = new TagsViewModel(draft);
    forms = new Forms(List.of(basics, networking, security, tags));
    PreflightViewModel checks =
        new Checks(services, navigator).panel(() -> Optional.of(Checks.subject(draft.plan())));
    checks.repairingProperty().subscribe(this::proveAgain);
    review = new ReviewViewModel(draft, forms, this::open, checks);
    frame =
        new CreateViewModel(
            List.of(basics, networking, security, tags, review), this::confirmed, exits::close);
    files =
        new PlanFileViewModel(
            services.tasks(), services.host().dialogs(), this::now, this::mayReplace, this::take);
    screen = load();
  }

  private Node load() {
    CostViewModel cost =
        new CostViewModel(
            draft.configurationProperty(),
            new SimpleObjectProperty<PriceList>(CostViewModel.usual(Locale.getDefault())));
    List<Node> screens =
        List.of(
            Views.load("copybasics", new CopyBasicsView(basics)),
            Views.load("networking", new NetworkingView(networking)),
            Views.load("security", new SecurityView(security)),
            Views.load("tags", new TagsView(tags)),
            Views.load("review", new ReviewView(review)));
    return Views.load(
        "create",
        new CreateView(
            frame,
            words(),
            screens,
            new WithAside.Aside(Views.load("cost", new CostView(cost)), cost.summaryProperty()),
            Views.load("planfile", new PlanFileView(files))));
  }

  private CreateView.Words words() {
    return isReplica()
        ? new CreateView.Words("copy.replica.title", "copy.replica.banner")
        : new CreateView.Words("copy.restore.title", "copy.restore.banner");
  }

  /** The name of its page. */
  String crumb() {
    return Texts.text(isReplica() ? "copy.replica.crumb" : "copy.restore.crumb");
  }

  private boolean isReplica() {
    return draft.plan().origin().filter(Origin::isReplica).isPresent();
  }

  /** The wizard's screen, the same each time. */
  Node screen() {
    return screen;
  }

  /** Shows what it starts with, and the firewall rules of the source. */
  void start() {
    moved(draft.plan());
    tags.fill(draft.plan());
    frame.start();
    services
        .tasks()
        .run(
            () -> services.cloud().servers().firewallRules(source.server().id()),
            rules -> SourceRules.offer(rules, draft, networking),
            _ -> {}); // whoever may not read them enters them
  }

  /** Begins with a plan, which is a copy of the same server in the same way. */
  void begin(Plan plan) {
    fill(plan);
    frame.start();
  }

  private void fill(Plan plan) {
    basics.fill(plan);
    moved(plan);
    tags.fill(plan);
  }

  private boolean mayReplace() {
    return !isTouched() || Discard.ofPlanIsWanted();
  }

  private boolean take(Plan plan) {
    boolean same =
        plan.origin()
            .filter(o -> o.source().equals(source.server().id()) && o.isReplica() == isReplica())
            .isPresent();
    if (same) {
      fill(plan);
      frame.open(basics.id());
    } else {
      exits.other(plan);
    }
    return true;
  }

  private Plan now() {
    forms.write();
    return draft.plan();
  }

  // In another region other keys and other networks serve.
  private void moved(Plan plan) {
    networking.fill(plan);
    networking.leave();
    security.explain(note(), serviceRefusal());
    security.fill(plan);
  }

  private String note() {
    if (isReplica()) {
      return Texts.text("copy.security.replica");
    }
    return draft
        .plan()
        .origin()
        .flatMap(Origin::key)
        .map(key -> Texts.text("copy.security.customer", key))
        .orElseGet(() -> Texts.text("copy.security.service"));
  }

  private String serviceRefusal() {
    return CopyCheck.mode(
            source.server(),
            isReplica() ? Origin.Mode.REPLICA : Origin.Mode.POINT_IN_TIME,
            DataEncryption.serviceManaged())
        .map(Finding::message)
        .orElse("");
  }

  private void proveAgain(Repairing repairing) {
    if (repairing instanceof Repairing.Applied) {
      security.prove();
    }
  }

  /** Looks again whether the source can be copied. */
  void look() {
    basics.look();
  }

  /** True once it holds something that would be a pity to lose. */
  boolean isTouched() {
    return basics.isTouched();
  }

  /** Asks first whether the server is meant to let nobody in. */
  private void confirmed() {
    FirewallQuestion.before(
        draft.plan().networking(), () -> exits.create(draft.plan()), () -> open(networking.id()));
  }

  private void open(String step) {
    if (step.equals("template")) {
      exits.template(draft.plan());
    } else {
      frame.open(step);
    }
  }
}
