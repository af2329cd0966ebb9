package dev.wrapkey.ui.deployment;

import dev.wrapkey.provisioning.Ledger;
import dev.wrapkey.provisioning.Progress;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.ui.notification.Notification;
import dev.wrapkey.ui.notification.Notification.State;
import dev.wrapkey.ui.notification.Notifications;
import dev.wrapkey.ui.view.Texts;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What the bell tells of one deployment (portal specification 4.4). */
final class DeploymentNews {

  private final Notifications notifications;
  private final Ledger ledger;
  private final BooleanSupplier watched;
  private final Runnable open;
  private @Nullable Notification notification;

  /**
   * @param watched whether somebody can see the bell
   * @param open opens the deployment's page
   */
  DeploymentNews(
      Notifications notifications, Ledger ledger, BooleanSupplier watched, Runnable open) {
    this.notifications = notifications;
    this.ledger = ledger;
    this.watched = watched;
    this.open = open;
  }

  void begun(String words) {
    tell(State.RUNNING, "running", words);
  }

  void removing() {
    tell(State.RUNNING, "removing", "deployment.news.removing");
  }

  void step(Progress.Event event) {
    Notification told = notification;
    if (told != null && event.state() == Progress.State.STARTED) {
      told.progress(
          Texts.text(
              "deployment.news.step",
              ledger.entry().id().resourceGroup(),
              ledger.entry().id().name(),
              Texts.text("deployment.step." + event.step())));
    }
  }

  /** Tells how it ended; false if nobody could see it. */
  boolean ended(Phase phase) {
    switch (phase) {
      case SUCCEEDED -> tell(State.SUCCEEDED, "succeeded", "deployment.news.succeeded");
      case FAILED -> tell(State.FAILED, "failed", "deployment.news.failed");
      case CANCELLED -> tell(State.WARNING, "cancelled", "deployment.news.cancelled");
      case INTERRUPTED -> tell(State.WARNING, "interrupted", interrupted());
      case REMOVAL_INTERRUPTED -> tell(State.WARNING, "removal", "deployment.news.removal");
      case REMOVED -> tell(State.SUCCEEDED, "removed", "deployment.news.removed");
      default -> {}
    }
    return watched.getAsBoolean();
  }

  private String interrupted() {
    return ledger.entry().notes().plan().filter(plan -> !plan.takesPassword()).isPresent()
        ? "deployment.news.interrupted.plain"
        : "deployment.news.interrupted";
  }

  private void tell(State state, String title, String words) {
    ResourceId server = ledger.entry().id();
    String head = Texts.text("deployment.toast." + title);
    String text = Texts.text(words, server.resourceGroup(), server.name());
    Notification told = notification;
    if (told == null) {
      notification =
          notifications.add(
              state, head, text, new Notification.Way(Texts.text("deployment.news.open"), open));
    } else {
      told.tell(state, head, text);
    }
  }
}
