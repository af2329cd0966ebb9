package dev.wrapkey.app;

import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.time.SystemTime;
import dev.wrapkey.ui.create.CreateView;
import dev.wrapkey.ui.create.CreateViewModel;
import dev.wrapkey.ui.create.basics.BasicsView;
import dev.wrapkey.ui.create.basics.BasicsViewModel;
import dev.wrapkey.ui.create.networking.NetworkingView;
import dev.wrapkey.ui.create.networking.NetworkingViewModel;
import dev.wrapkey.ui.create.review.ReviewView;
import dev.wrapkey.ui.create.review.ReviewViewModel;
import dev.wrapkey.ui.create.security.SecurityView;
import dev.wrapkey.ui.create.security.SecurityViewModel;
import dev.wrapkey.ui.create.tags.TagsView;
import dev.wrapkey.ui.create.tags.TagsViewModel;
import dev.wrapkey.ui.navigation.Navigator;
import dev.wrapkey.ui.view.Views;
import dev.wrapkey.ui.wizard.Draft;
import dev.wrapkey.ui.wizard.RegionOffers;
import dev.wrapkey.ui.wizard.Step;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.Node;

/** The create wizard: its steps in the portal's order, each with its screen. */
final class Wizard {

  private final Draft draft = new Draft(Plan.blank());
  private final BasicsViewModel basics;
  private final NetworkingViewModel networking;
  private final SecurityViewModel security;
  private final TagsViewModel tags;
  private final ReviewViewModel review;
  private final ComputePage compute;
  private final CreateViewModel frame;
  private final Node screen;

  /**
   * @param navigator opens the wizard's own pages
   * @param create is handed the plan when everything in it is legal
   * @param close leaves the wizard
   */
  Wizard(Services services, Navigator navigator, Consumer<Plan> create, Runnable close) {
    RegionOffers offers = new RegionOffers(services.cloud().directory(), services.tasks());
    compute = new ComputePage(draft, offers, navigator);
    basics =
        new BasicsViewModel(
            services.cloud(), services.tasks(), draft, new SystemTime(), offers, compute::open);
    networking = new NetworkingViewModel(draft, services.time());
    security = new SecurityViewModel(services.cloud(), services.tasks(), services.time(), draft);
    tags = new TagsViewModel(draft);
    List<Step> forms = List.of(basics, networking, security, tags);
    BooleanExpression legal =
        Bindings.createBooleanBinding(
            () -> forms.stream().allMatch(s -> s.completeProperty().get()),
            forms.stream().map(Step::completeProperty).toArray(BooleanExpression[]::new));
    review = new ReviewViewModel(draft, legal, this::open);
    frame =
        new CreateViewModel(
            List.of(basics, networking, security, tags, review),
            () -> create.accept(draft.plan()),
            close);
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
    return Views.load(
        "create", new CreateView(frame, screens, compute.card(draft.configurationProperty())));
  }

  /** True once it holds something that would be a pity to lose. */
  boolean isTouched() {
    return basics.isTouched();
  }

  void start() {
    frame.start();
  }

  private void open(String step) {
    frame.open(step);
  }
}
