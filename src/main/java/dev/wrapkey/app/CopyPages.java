package dev.wrapkey.app;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.ui.copy.Source;
import dev.wrapkey.ui.navigation.Navigator;
import dev.wrapkey.ui.navigation.Page;
import dev.wrapkey.ui.notification.Notification;
import dev.wrapkey.ui.notification.Notifications;
import dev.wrapkey.ui.view.Texts;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Opens the wizards that copy a server. */
final class CopyPages {

  /** Where they lead. */
  interface Ways {

    /** Carries out a plan in place of the wizard. */
    void deploy(Plan plan);

    /** Shows a plan in the languages of other programs. */
    void template(Plan plan);

    /** Opens the wizard that creates servers on a plan. */
    void create(Plan plan);
  }

  private final Services services;
  private final Navigator navigator;
  private final Notifications notifications;
  private final Ways ways;
  private final Map<Work, CopyWizard> kept = new HashMap<>();

  CopyPages(Services services, Navigator navigator, Notifications notifications, Ways ways) {
    this.services = services;
    this.navigator = navigator;
    this.notifications = notifications;
    this.ways = ways;
  }

  /** Opens the wizard that restores a server, as it was left if it was. */
  void restore(Server server) {
    open(server, Origin.Mode.POINT_IN_TIME);
  }

  /** Opens the wizard that makes a read replica, as it was left if it was. */
  void replicate(Server server) {
    open(server, Origin.Mode.REPLICA);
  }

  private void open(Server server, Origin.Mode mode) {
    CopyWizard left = kept.get(new Work(server.id(), mode == Origin.Mode.REPLICA));
    if (left == null || !left.isTouched()) {
      open(server, source -> show(source, source.plan(mode)).start());
    } else {
      navigator.open(new Page(left.crumb(), left.screen()));
      left.look();
    }
  }

  /** Opens the wizard of a copy that was planned before. */
  void edit(Plan plan) {
    Origin origin = plan.origin().orElseThrow();
    services
        .tasks()
        .run(
            () -> services.cloud().servers().get(origin.source()),
            server -> open(server, source -> show(source, source.plan(origin.mode())).begin(plan)),
            why -> gone(plan, why));
  }

  private void gone(Plan plan, CloudFailure why) {
    notifications.add(
        Notification.State.FAILED,
        Texts.text("copy.gone"),
        Texts.text("copy.gone.text", plan.origin().orElseThrow().source().name(), why.details()),
        new Notification.Way(Texts.text("copy.gone.again"), () -> edit(plan)));
  }

  // The subscription's name is only a nicety.
  private void open(Server server, Consumer<Source> opening) {
    String id = server.id().subscription();
    Subscription nameless = new Subscription(id, id);
    services
        .tasks()
        .run(
            () ->
                services.cloud().directory().subscriptions().stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElse(nameless),
            named -> opening.accept(new Source(server, named, services.time().now())),
            _ -> opening.accept(new Source(server, nameless, services.time().now())));
  }

  private CopyWizard show(Source source, Plan first) {
    Work work =
        new Work(source.server().id(), first.origin().filter(Origin::isReplica).isPresent());
    CopyWizard wizard = new CopyWizard(services, navigator, source, first, new Exits(work));
    kept.put(work, wizard);
    navigator.open(new Page(wizard.crumb(), wizard.screen()));
    return wizard;
  }

  /** What a wizard is about. */
  private record Work(ResourceId source, boolean replica) {}

  /** Where one wizard leads. */
  private final class Exits implements Wizard.Exits {

    private final Work work;

    private Exits(Work work) {
      this.work = work;
    }

    @Override
    public void create(Plan plan) {
      kept.remove(work);
      ways.deploy(plan);
    }

    @Override
    public void template(Plan plan) {
      ways.template(plan);
    }

    @Override
    public void other(Plan plan) {
      if (plan.isCopy()) {
        edit(plan);
      } else {
        ways.create(plan);
      }
    }

    @Override
    public void close() {
      CopyWizard open = kept.get(work);
      if (open == null || !open.isTouched() || Discard.ofCopyIsWanted()) {
        kept.remove(work);
        navigator.back();
      }
    }
  }
}
