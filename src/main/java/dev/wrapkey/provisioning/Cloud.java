package dev.wrapkey.provisioning;

/**
 * The port to a cloud that speaks Azure's protocol. There is one implementation; real Azure and the
 * practice cloud differ only in what its transport is plugged into.
 *
 * <p>All calls block; call them from a background thread. They throw {@link CloudFailure} for what
 * the service refuses and {@link java.util.concurrent.CancellationException} if the calling thread
 * is interrupted or its {@link Cancellation} is set.
 */
public interface Cloud {

  Directory directory();

  Identities identities();

  KeyStores keyStores();

  KeyLife keyLife();

  NewVaults newVaults();

  KeyUsers keyUsers();

  Networks networks();

  Safeguards safeguards();

  StoreLife storeLife();

  Servers servers();
}
