package dev.wrapkey.provisioning;

import dev.wrapkey.time.Time;

/**
 * Deletes, recovers and purges key stores and waits until it has happened. Cancelling ends only our
 * waiting: the service finishes what it has accepted.
 */
public final class StoreDeletion {

  private final Cloud cloud;
  private final Time time;

  /**
   * @param cloud where the store is
   * @param time the clock to wait on
   */
  public StoreDeletion(Cloud cloud, Time time) {
    this.cloud = cloud;
    this.time = time;
  }

  /** As {@link StoreLife#delete}; returns when the store is gone. */
  public void delete(KeyStore store, Cancellation cancellation) {
    work(cancellation).carryOut(() -> cloud.storeLife().delete(store));
  }

  /** As {@link StoreLife#recover}; returns when the store can be reached. */
  public void recover(DeletedStore store, Cancellation cancellation) {
    work(cancellation).carryOut(() -> cloud.storeLife().recover(store));
  }

  /** As {@link StoreLife#purge}; returns when the store's name is free. */
  public void purge(DeletedStore store, Cancellation cancellation) {
    work(cancellation).carryOut(() -> cloud.storeLife().purge(store));
  }

  private Work work(Cancellation cancellation) {
    return new Work(time, Retry.Policy.STANDARD, cancellation, event -> {});
  }
}
