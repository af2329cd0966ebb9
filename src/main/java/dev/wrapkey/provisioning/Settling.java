package dev.wrapkey.provisioning;

import dev.wrapkey.provisioning.CloudFailure.Kind;
import java.time.Duration;

/** Waits until Azure leaves a server alone: one that is being made cannot be deleted. */
final class Settling {

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(15);

  private final Cloud cloud;
  private final Work work;

  Settling(Cloud cloud, Work work) {
    this.cloud = cloud;
    this.work = work;
  }

  /** Returns at once if there is no such server. */
  void await(ResourceId server) {
    while (isOnItsWay(server)) {
      work.running("");
      work.pause(BETWEEN_LOOKS);
    }
  }

  private boolean isOnItsWay(ResourceId server) {
    try {
      return CreateServer.isOnItsWay(work.call(() -> cloud.servers().get(server)));
    } catch (CloudFailure failure) {
      if (failure.kind() == Kind.NOT_FOUND) {
        return false;
      }
      throw failure;
    }
  }
}
