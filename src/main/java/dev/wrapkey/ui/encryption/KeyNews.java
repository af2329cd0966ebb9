package dev.wrapkey.ui.encryption;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.KeyChange;
import dev.wrapkey.provisioning.Outcome;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.ui.failure.Explanation;
import dev.wrapkey.ui.notification.Notification;
import dev.wrapkey.ui.notification.Notification.State;
import dev.wrapkey.ui.notification.Notifications;
import dev.wrapkey.ui.view.Texts;

/** What the bell tells of one key change. */
final class KeyNews {

  private final ResourceId server;
  private final Notification told;

  /**
   * @param words what is going on, with a place for the server's name
   * @param open opens the server's page
   */
  KeyNews(Notifications notifications, ResourceId server, String words, Runnable open) {
    this.server = server;
    told =
        notifications.begin(
            Texts.text("encryption.news.title"),
            Texts.text(words, server.name()),
            new Notification.Way(Texts.text("encryption.news.open"), open));
  }

  /**
   * @param accepted whether Azure has accepted the change and goes on with it
   */
  void end(Outcome outcome, boolean accepted) {
    switch (outcome) {
      case Outcome.Succeeded _ -> tell(State.SUCCEEDED, "succeeded", "");
      case Outcome.Cancelled _ ->
          told.tell(
              State.WARNING,
              Texts.text("encryption.news.title.cancelled"),
              Texts.text(
                  accepted ? "encryption.news.cancelled" : "encryption.news.stopped",
                  server.name()));
      case Outcome.Failed(_, CloudFailure why) -> failed(why);
    }
  }

  void failed(CloudFailure why) {
    if (why.code().equals(KeyChange.OVERTAKEN)) {
      tell(State.WARNING, "overtaken", "");
    } else {
      tell(State.FAILED, "failed", Explanation.of(why).means());
    }
  }

  /**
   * The end of a change that an earlier run of the program has begun.
   *
   * @return false if it could not be found out
   */
  boolean endedMeanwhile(Outcome outcome) {
    if (!(outcome instanceof Outcome.Failed(_, CloudFailure why))) {
      end(outcome, true);
      return true;
    }
    switch (why.kind()) {
      case UNREACHABLE, OFFLINE, TLS, THROTTLED, SIGN_IN, FORBIDDEN -> {
        tell(State.WARNING, "unknown", why.details());
        return false;
      }
      case NOT_FOUND -> tell(State.WARNING, "gone", "");
      default -> {
        if (why.code().equals(KeyChange.DIFFERS)) {
          tell(State.WARNING, "different", why.details());
        } else {
          failed(why);
        }
      }
    }
    return true;
  }

  private void tell(State state, String end, String why) {
    told.tell(
        state,
        Texts.text("encryption.news.title." + end),
        Texts.text("encryption.news." + end, server.name(), why));
  }
}
