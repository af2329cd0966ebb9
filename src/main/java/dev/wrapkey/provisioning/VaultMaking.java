package dev.wrapkey.provisioning;

import dev.wrapkey.time.Time;

/**
 * Makes a key vault that a person wants before there is a server, and waits until it can be
 * reached. Blocks; what was accepted goes on in the cloud if it is cancelled.
 */
public final class VaultMaking {

  private final Cloud cloud;
  private final Time time;

  /**
   * @param cloud where to make it
   * @param time the clock to wait on
   */
  public VaultMaking(Cloud cloud, Time time) {
    this.cloud = cloud;
    this.time = time;
  }

  /**
   * Makes a vault.
   *
   * @return the vault as it is now
   * @throws CloudFailure NAME_TAKEN if the name is taken, be it by a deleted vault
   */
  public KeyStore make(VaultOrder order, Cancellation cancellation) {
    Work work = new Work(time, Retry.Policy.STANDARD, cancellation, event -> {});
    // Asked for once: asked again after a lost answer, the vault itself would hold its name.
    work.await(cloud.newVaults().create(order));
    return work.call(() -> cloud.newVaults().get(order.id()));
  }
}
