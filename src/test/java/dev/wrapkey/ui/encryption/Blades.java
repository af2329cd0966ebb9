package dev.wrapkey.ui.encryption;

import dev.wrapkey.preflight.Check;
import dev.wrapkey.preflight.Preflight;
import dev.wrapkey.preflight.Probe;
import dev.wrapkey.preflight.Remedy;
import dev.wrapkey.preflight.Repair;
import dev.wrapkey.preflight.Report;
import dev.wrapkey.preflight.Subject;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.KeyChange;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.notification.Notification;
import dev.wrapkey.ui.notification.Notifications;
import dev.wrapkey.ui.preflight.Examiner;
import dev.wrapkey.ui.preflight.PreflightViewModel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The Data encryption page of servers of a practice cloud, as the program makes it. */
final class Blades {

  private final Practice practice;
  private final Cloud cloud;
  private final Notifications notifications;
  private final KeyChanges changes;
  private Runnable meanwhile = () -> {};

  private Blades(Practice practice, Cloud cloud) {
    this.practice = practice;
    this.cloud = cloud;
    notifications = new Notifications(practice.time());
    changes =
        new KeyChanges(
            new KeyChange(cloud, practice.time(), Retry.Policy.STANDARD),
            Practice.tasks(),
            practice.time(),
            notifications,
            folder());
  }

  static Blades of(Practice practice) {
    return new Blades(practice, practice.cloud());
  }

  /** Through a cloud of a test's own. */
  static Blades through(Cloud cloud, Practice practice) {
    return new Blades(practice, cloud);
  }

  EncryptionViewModel entered(ResourceId server) {
    EncryptionViewModel fresh =
        new EncryptionViewModel(
            cloud, Practice.tasks(), practice.time(), server, changes, this::checks);
    fresh.enter();
    return fresh;
  }

  /** Something that happens between the checks and the save. */
  void afterTheChecks(Runnable what) {
    meanwhile = what;
  }

  private Examiner examiner() {
    Examiner real =
        Examiner.of(
            new Preflight(cloud, practice.time(), check -> Thread.ofVirtual().start(check)),
            new Repair(cloud, practice.time()));
    return new Examiner() {
      @Override
      public Report examine(Subject subject, Consumer<Check> found, Cancellation cancellation) {
        Report report = real.examine(subject, found, cancellation);
        meanwhile.run();
        return report;
      }

      @Override
      public Check repair(
          Remedy remedy, Subject subject, Consumer<Probe> probes, Cancellation cancellation) {
        return real.repair(remedy, subject, probes, cancellation);
      }
    };
  }

  private PreflightViewModel checks(Supplier<Optional<Subject>> subject) {
    return new PreflightViewModel(
        examiner(), Practice.tasks(), practice.time(), subject, rule -> {});
  }

  EncryptionViewModel entered(String server) {
    return entered(practice.idOf(server));
  }

  /** Where changes are written down. */
  Path folder() {
    return practice.folder().resolve("deployments");
  }

  KeyChanges changes() {
    return changes;
  }

  Notification.News bell() {
    return notifications.items().getFirst().newsProperty().get();
  }

  boolean isQuiet() {
    return notifications.items().isEmpty();
  }
}
