package dev.wrapkey.ui.deployment;

import dev.wrapkey.provisioning.Provisioning;
import dev.wrapkey.provisioning.Remnants;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.notification.Notifications;
import dev.wrapkey.ui.task.Tasks;

/**
 * What deployments work with.
 *
 * @param provisioning carries plans out
 * @param remnants looks at what is left
 * @param tasks background work
 * @param time the cloud's clock
 * @param notifications the bell
 */
public record Means(
    Provisioning provisioning,
    Remnants remnants,
    Tasks tasks,
    Time time,
    Notifications notifications) {}
