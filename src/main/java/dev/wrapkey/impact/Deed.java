package dev.wrapkey.impact;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.StoreDeletion;
import dev.wrapkey.rules.Loss;
import dev.wrapkey.time.Time;

/**
 * Does what was asked about.
 *
 * @param cloud where
 * @param time the cloud's clock, to wait on
 */
public record Deed(Cloud cloud, Time time) {

  /**
   * Whether it is done from here. Keys have a page of their own, a purge is left to the command,
   * and the settings of a managed HSM are not Wrapkey's.
   */
  public static boolean isPossible(Loss loss) {
    return switch (loss) {
      case Loss.OfKey _ -> false;
      case Loss.OfStore store -> !store.purge();
      case Loss.OfNetwork closed -> closed.store().kind() == KeyStore.Kind.KEY_VAULT;
      case Loss.OfPermit _, Loss.OfIdentity _ -> true;
    };
  }

  /**
   * Does it and waits until it has happened.
   *
   * @throws CloudFailure NOT_FOUND if the thing is not there any more, and what the service refuses
   */
  public void carryOut(Loss loss, Surroundings around, Cancellation cancellation) {
    switch (loss) {
      case Loss.OfStore gone ->
          new StoreDeletion(cloud, time).delete(store(gone, around), cancellation);
      case Loss.OfNetwork closed -> cloud.storeLife().setNetwork(closed.store(), closed.after());
      case Loss.OfPermit gone -> cloud.safeguards().withdraw(gone.store(), gone.permit());
      case Loss.OfIdentity gone -> cloud.identities().delete(gone.identity().id());
      case Loss.OfKey _ -> throw new IllegalArgumentException("keys have a page of their own");
    }
  }

  private static KeyStore store(Loss.OfStore gone, Surroundings around) {
    return around.stores().stream()
        .filter(store -> store.id().equals(gone.id()))
        .findFirst()
        .orElseThrow(
            () ->
                new CloudFailure(
                    CloudFailure.Kind.NOT_FOUND, "ResourceNotFound", gone.id().toString(), ""));
  }
}
