package dev.wrapkey.provisioning;

import dev.wrapkey.time.Time;

/**
 * Deletes and recovers keys and waits until it has happened. Cancelling ends only our waiting: the
 * store finishes what it has accepted.
 */
public final class KeyDeletion {

  private final Cloud cloud;
  private final Time time;

  /**
   * @param cloud where the key is
   * @param time the clock to wait on
   */
  public KeyDeletion(Cloud cloud, Time time) {
    this.cloud = cloud;
    this.time = time;
  }

  /** As {@link KeyLife#delete}; returns when the key is among the deleted ones. */
  public void delete(KeyIdentifier key, Cancellation cancellation) {
    work(cancellation).carryOut(() -> cloud.keyLife().delete(key));
  }

  /** As {@link KeyLife#recover}; returns when the key can be read again. */
  public void recover(KeyIdentifier key, Cancellation cancellation) {
    work(cancellation).carryOut(() -> cloud.keyLife().recover(key));
  }

  private Work work(Cancellation cancellation) {
    return new Work(time, Retry.Policy.STANDARD, cancellation, event -> {});
  }
}
