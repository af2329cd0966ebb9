package dev.wrapkey.app;

import dev.wrapkey.provisioning.KeyChange;
import dev.wrapkey.provisioning.Provisioning;
import dev.wrapkey.provisioning.Remnants;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.rotation.GuidedRotation;
import dev.wrapkey.rotation.Waves;
import dev.wrapkey.rotation.WrapProof;
import dev.wrapkey.ui.deployment.Deployments;
import dev.wrapkey.ui.deployment.Means;
import dev.wrapkey.ui.encryption.KeyChanges;
import dev.wrapkey.ui.notification.Notifications;
import dev.wrapkey.ui.rotation.Rotations;
import dev.wrapkey.ui.waves.WaveRuns;

/**
 * What goes on whatever page is open, and when the window is closed.
 *
 * @param notifications the bell
 * @param deployments running and finished ones
 * @param keyChanges key changes of servers
 * @param rotations guided rotations of servers
 * @param waves rotations of many servers
 */
record Ongoing(
    Notifications notifications,
    Deployments deployments,
    KeyChanges keyChanges,
    Rotations rotations,
    WaveRuns waves) {

  static Ongoing of(Services services) {
    Notifications notifications = new Notifications(services.time());
    Means means =
        new Means(
            new Provisioning(services.cloud(), services.time(), Retry.Policy.STANDARD),
            new Remnants(services.cloud()),
            services.tasks(),
            services.time(),
            notifications);
    KeyChanges keyChanges =
        new KeyChanges(
            new KeyChange(services.cloud(), services.time(), Retry.Policy.STANDARD),
            services.tasks(),
            services.time(),
            notifications,
            services.ledgers());
    GuidedRotation rotation = rotation(services);
    return new Ongoing(
        notifications,
        new Deployments(means, services.ledgers(), services.random()),
        keyChanges,
        new Rotations(rotation, services.tasks(), notifications, services.rotations()),
        waves(services, rotation, notifications));
  }

  private static WaveRuns waves(
      Services services, GuidedRotation rotation, Notifications notifications) {
    Waves engine =
        new Waves(
            rotation,
            services.cloud(),
            services.time(),
            server -> Thread.ofVirtual().start(server),
            services.rotations());
    return new WaveRuns(
        engine, services.tasks(), new Frames(), notifications, services.rotations());
  }

  private static GuidedRotation rotation(Services services) {
    return new GuidedRotation(
        services.cloud(),
        services.time(),
        Retry.Policy.STANDARD,
        check -> Thread.ofVirtual().start(check),
        services.inspector().map(WrapProof::of),
        services.rotations());
  }

  /** Takes up what an earlier run of the program has left. */
  void recover() {
    deployments.recover();
    keyChanges.recover();
    rotations.recover();
    waves.recover();
  }

  /** Whether somebody can see how work ends; what nobody saw is told at the next start. */
  void watched(boolean visible) {
    deployments.watched(visible);
    keyChanges.watched(visible);
  }
}
