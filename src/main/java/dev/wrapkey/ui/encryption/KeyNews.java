package dev.wrapkey.ui.encryption;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Outcome;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.ui.failure.Explanation;
import dev.wrapkey.ui.notification.Notification;
import dev.wrapkey.ui.notification.Notification.State;
import dev.wrapkey.ui.notification.Notifications;
import dev.wrapkey.ui.view.Texts;

/** What the bell tells of a server's key changes. */
public final class KeyNews {

  private final Notifications notifications;
  private final ResourceId server;
  private final Runnable open;

  /**
   * @param open opens the server's page
   */
  public KeyNews(Notifications notifications, ResourceId server, Runnable open) {
    this.notifications = notifications;
    this.server = server;
    this.open = open;
  }

  Notification begin() {
    return notifications.begin(
        Texts.text("encryption.news.title"),
        Texts.text("encryption.news.running", server.name()),
        new Notification.Way(Texts.text("encryption.news.open"), open));
  }

  void end(Notification told, Outcome outcome) {
    switch (outcome) {
      case Outcome.Succeeded _ -> tell(told, State.SUCCEEDED, "succeeded", "");
      case Outcome.Cancelled _ -> tell(told, State.WARNING, "cancelled", "");
      case Outcome.Failed(_, CloudFailure why) -> failed(told, why);
    }
  }

  void failed(Notification told, CloudFailure why) {
    tell(told, State.FAILED, "failed", Explanation.of(why).means());
  }

  private void tell(Notification told, State state, String end, String why) {
    told.tell(
        state,
        Texts.text("encryption.news.title." + end),
        Texts.text("encryption.news." + end, server.name(), why));
  }
}
