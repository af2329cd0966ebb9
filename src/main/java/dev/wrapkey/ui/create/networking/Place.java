package dev.wrapkey.ui.create.networking;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.task.Tasks;

/**
 * Where the server will be, and how to ask about that place.
 *
 * @param cloud which cloud
 * @param tasks background work
 * @param time the cloud's clock
 * @param basics subscription, group, region and name of the server
 */
record Place(Cloud cloud, Tasks tasks, Time time, Plan.Basics basics) {

  /** False until Basics names subscription and region. */
  boolean isKnown() {
    return !subscription().isEmpty() && !basics.region().isEmpty();
  }

  String subscription() {
    return basics.subscription().id();
  }

  /** Whether networks, zones and groups of the one can be chosen in the other. */
  boolean isLike(Place other) {
    return subscription().equals(other.subscription()) && region().equals(other.region());
  }

  String region() {
    return basics.region();
  }
}
