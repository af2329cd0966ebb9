package dev.wrapkey.app;

import dev.wrapkey.ui.notification.Notification;
import dev.wrapkey.ui.notification.Notifications;
import dev.wrapkey.ui.settings.Preferences;
import dev.wrapkey.ui.settings.Updates;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.view.Memory;
import dev.wrapkey.ui.view.Texts;
import java.net.URI;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What the program has to say about itself when it starts.
 *
 * @param notifications where it is said
 */
record Notices(Host host, Tasks tasks, Notifications notifications, Preferences preferences) {

  private static final Logger LOG = Logger.getLogger(Notices.class.getName());

  /** Settings that were set aside, and, if a person wants that, a newer version. */
  void tell(Updates updates, Runnable settings) {
    Memory memory = host.memory();
    String aside = memory.recall(Settings.SET_ASIDE, "");
    if (!aside.isEmpty()) {
      memory.keep(Settings.SET_ASIDE, "");
      notifications.add(
          Notification.State.WARNING,
          Texts.text("settings.broken"),
          Texts.text("settings.broken.text", aside),
          new Notification.Way(Texts.text("settings.title"), settings));
    }
    if (preferences.updatesProperty().get() && updates.address().isPresent()) {
      tasks.run(updates::ask, answer -> answered(answer, settings), impossible -> {});
    }
  }

  private void answered(Updates.Answer answer, Runnable settings) {
    switch (answer) {
      case Updates.Newer(String version, Optional<URI> page) ->
          notifications.add(
              Notification.State.SUCCEEDED,
              Texts.text("settings.updates.newer", version),
              Texts.text("settings.updates.quiet"),
              new Notification.Way(
                  Texts.text("settings.updates.page"),
                  () -> page.map(URI::toString).ifPresentOrElse(host.browser()::open, settings)));
      case Updates.Newest newest -> LOG.fine("the newest version runs: " + newest.version());
      case Updates.Unknown unknown ->
          LOG.log(Level.INFO, "nobody tells of newer versions: {0}", unknown.why());
    }
  }
}
