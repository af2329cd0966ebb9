package dev.wrapkey.app;

import dev.wrapkey.preflight.Report;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.time.SystemTime;
import dev.wrapkey.ui.create.CreateView;
import dev.wrapkey.ui.create.CreateViewModel;
import dev.wrapkey.ui.create.basics.BasicsView;
import dev.wrapkey.ui.create.basics.BasicsViewModel;
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
import dev.wrapkey.ui.view.Views;
import dev.wrapkey.ui.wizard.Draft;
import dev.wrapkey.ui.wizard.Forms;
import dev.wrapkey.ui.wizard.RegionOffers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** The create wizard: its steps in the portal's order, each with its screen. */
final class Wizard {

  private final Draft draft = new Draft(Plan.blank());
  private final BasicsViewModel basics;
  private final NetworkingViewModel networking;
  private final SecurityViewModel security;
  private final TagsViewModel tags;
  private final Forms forms;
  private final ReviewViewModel review;
  private final ComputePage compute;
  private final CreateViewModel frame;
  private final PlanFileViewModel files;
  private final Exits exits;
  private final Node screen;

  /** Where a person can go from the wizard. */
  interface Exits {

    /** Carries out a plan in which everything is legal. */
    void create(Plan plan);

    /** Shows a plan in the languages of other programs. */
    void template(Plan plan);

    /** Opens the wizard that a plan belongs to, if it is not this one. */
    void other(Plan plan);

    void close();
  }

  /**
   * @param navigator opens the wizard's own pages
   */
  Wizard(Services services, Navigator navigator, Exits exits) {
    this.exits = exits;
    RegionOffers offers = new RegionOffers(services.cloud().directory(), services.tasks());
    compute = new ComputePage(draft, offers, navigator);
    basics =
        new BasicsViewModel(
            services.cloud(), services.tasks(), draft, new SystemTime(), offers, compute::open);
    networking =
        new NetworkingViewModel(services.cloud(), services.tasks(), services.time(), draft);
    security = new SecurityViewModel(services.cloud(), services.tasks(), services.time(), draft);
    security.judgeBy(services::profile);
    security.openKeysWith(new VaultPages(services, navigator)::openKey);
    tags = new TagsViewModel(draft);
    forms = new Forms(List.of(basics, networking, security, tags));
    PreflightViewModel checks =
        new Checks(services, navigator).panel(() -> Optional.of(Checks.subject(draft.plan())));
    checks.repairingProperty().subscribe(this::proveAgain);
    checks.reportProperty().subscribe(this::proveAgain);
    review = new ReviewViewModel(draft, forms, this::open, checks);
    frame =
        new CreateViewModel(
            List.of(basics, networking, security, tags, review), this::confirmed, exits::close);
    files =
        new PlanFileViewModel(
            services.tasks(), services.host().dialogs(), this::now, this::mayReplace, this::fill);
    screen = load();
  }

  /** The wizard's screen, the same each time. */
  Node screen() {
    return screen;
  }

  private Node load() {
    List<Node> screens =
        List.of(
            Views.load("basics", new BasicsView(basics)),
            Views.load("networking", new NetworkingView(networking)),
            Views.load("security", new SecurityView(security)),
            Views.load("tags", new TagsView(tags)),
            Views.load("review", new ReviewView(review)));
    Node beside = Views.load("planfile", new PlanFileView(files));
    return Views.load(
        "create",
        new CreateView(
            frame,
            CreateView.Words.CREATE,
            screens,
            compute.card(draft.configurationProperty()),
            beside));
  }

  /** Shows a plan in the place of what was there, once a person has agreed to lose that. */
  void take(Plan plan) {
    if (plan.isCopy() || mayReplace()) {
      fill(plan);
    }
  }

  private boolean mayReplace() {
    return !isTouched() || Discard.ofPlanIsWanted();
  }

  /** Asks for a plan and shows it. */
  void openPlan() {
    files.open();
  }

  /** Shows a plan that is known already. */
  void openPlan(Path file) {
    files.open(file);
  }

  private Plan now() {
    forms.write();
    return draft.plan();
  }

  /** True if everything of a plan that can be seen at once has been taken over. */
  private boolean fill(Plan plan) {
    if (plan.isCopy()) {
      exits.other(plan);
      return true;
    }
    draft.set(plan);
    basics.fill(plan);
    networking.fill(plan);
    security.fill(plan);
    tags.fill(plan);
    networking.leave();
    tags.leave();
    frame.open("basics");
    return draft.plan().networking().equals(plan.networking())
        && draft.plan().tags().equals(plan.tags());
  }

  private void proveAgain(Repairing repairing) {
    if (repairing instanceof Repairing.Applied) {
      security.prove();
    }
  }

  // What forbade the key on the Security tab may have been mended elsewhere meanwhile.
  private void proveAgain(@Nullable Report report) {
    boolean refused = !security.completeProperty().get();
    if (report != null && !report.obstructs() && refused) {
      security.prove();
    }
  }

  /** True once it holds something that would be a pity to lose. */
  boolean isTouched() {
    return basics.isTouched();
  }

  void start() {
    frame.start();
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
