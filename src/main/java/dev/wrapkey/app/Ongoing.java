package dev.wrapkey.app;

import dev.wrapkey.provisioning.Provisioning;
import dev.wrapkey.provisioning.Remnants;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.ui.deployment.Deployments;
import dev.wrapkey.ui.deployment.Means;
import dev.wrapkey.ui.notification.Notifications;

/**
 * What goes on whatever page is open, and when the window is closed.
 *
 * @param notifications the bell
 * @param deployments running and finished ones
 */
record Ongoing(Notifications notifications, Deployments deployments) {

  static Ongoing of(Services services) {
    Notifications notifications = new Notifications(services.time());
    Means means =
        new Means(
            new Provisioning(services.cloud(), services.time(), Retry.Policy.STANDARD),
            new Remnants(services.cloud()),
            services.tasks(),
            services.time(),
            notifications);
    return new Ongoing(
        notifications, new Deployments(means, services.ledgers(), services.random()));
  }
}
