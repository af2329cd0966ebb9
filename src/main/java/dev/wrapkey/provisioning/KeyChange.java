package dev.wrapkey.provisioning;

import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The job of the Data encryption page: gives a server other keys, key versions or identities, and
 * reads back what it has afterwards. Cancelling ends only our waiting: the service finishes what it
 * has accepted.
 *
 * <p>Before each attempt the server is read and held against what the edit began with. The service
 * offers no condition on the request itself, so that a change which somebody else sends between
 * that reading and our request, a matter of milliseconds, is not noticed by it; the reading at the
 * end notices it if theirs came last.
 */
public final class KeyChange {

  public static final String CHANGE = "change-key";

  /** The ids of the steps in the order in which they run. */
  public static final List<String> STEP_IDS = List.of(CHANGE, VerifyEncryption.ID);

  /** The code of the failure of an edit that somebody else was faster than; nothing was sent. */
  public static final String OVERTAKEN = "ChangedMeanwhile";

  /** The code of the refusal to damage a server whose key belongs to another tenant. */
  public static final String CROSS_TENANT = "CrossTenantKey";

  /** The code of the failure of a change after which the server has other keys than were wanted. */
  public static final String DIFFERS = "EncryptionDiffers";

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(15);
  private static final Duration LONGEST = Duration.ofHours(1);

  private final Cloud cloud;
  private final Time time;
  private final Retry.Policy policy;

  /**
   * @param cloud where the server is
   * @param time the clock to wait on
   * @param policy which failures to wait out; a busy server is waited for three times as long
   */
  public KeyChange(Cloud cloud, Time time, Retry.Policy policy) {
    this.cloud = cloud;
    this.time = time;
    this.policy = policy;
  }

  /** As {@link #run(ResourceId, EncryptionEdit, Progress, Cancellation)}, whatever is there now. */
  public Outcome run(
      ResourceId server, DataEncryption wanted, Progress progress, Cancellation cancellation) {
    return run(server, Optional.empty(), wanted, progress, cancellation);
  }

  /**
   * Changes keys and identities, always together (portal specification BLD-12, CMK-26). A second
   * key that the edit says nothing of is sent as it is.
   *
   * @param server a server that was made with a customer-managed key
   * @param edit what it shall have, and what the edit began with
   * @return failed with {@link #OVERTAKEN} if somebody else has changed the server meanwhile, with
   *     {@link #CROSS_TENANT} if its key is another tenant's (BLD-14)
   */
  public Outcome run(
      ResourceId server, EncryptionEdit edit, Progress progress, Cancellation cancellation) {
    return run(server, Optional.of(edit.base()), edit.wanted(), progress, cancellation);
  }

  private Outcome run(
      ResourceId server,
      Optional<DataEncryption> base,
      DataEncryption wanted,
      Progress progress,
      Cancellation cancellation) {
    Work work = new Work(time, policy, cancellation, progress);
    Job job = new Job(work, (_, _) -> {});
    KeySending sending = new KeySending(cloud.servers(), server, base, wanted);
    return job.run(
        () -> {
          job.step(CHANGE, true, () -> work.carryOut(sending::send, policy.patient()));
          return job.step(
              VerifyEncryption.ID,
              () ->
                  verified(
                      work.call(() -> cloud.servers().get(server)),
                      sending.whole(),
                      sending.wasAccessible()));
        });
  }

  /**
   * Follows a change that an earlier run of the program has begun, until the server has left off
   * changing, and holds it against what was wanted.
   *
   * @return failed with {@link #DIFFERS} if the server has other keys than were wanted
   */
  public Outcome takeUp(KeyChangeNote.Entry note, Progress progress, Cancellation cancellation) {
    Work work = new Work(time, policy, cancellation, progress);
    Job job = new Job(work, (_, _) -> {});
    return job.run(
        () -> {
          job.step(
              CHANGE,
              note.receipt().isPresent(),
              () -> note.receipt().ifPresent(receipt -> follow(work, note.server(), receipt)));
          return job.step(
              VerifyEncryption.ID,
              () -> verified(settled(work, note.server()), note.wanted(), false));
        });
  }

  /** What the service no longer knows has ended; the server tells how. */
  private void follow(Work work, ResourceId server, Receipt receipt) {
    try {
      work.await(work.call(() -> cloud.servers().follow(server, receipt)));
    } catch (CloudFailure failure) {
      if (failure.kind() != Kind.NOT_FOUND) {
        throw failure;
      }
    }
  }

  private Server settled(Work work, ResourceId id) {
    Instant deadline = time.now().plus(LONGEST);
    Server server = work.call(() -> cloud.servers().get(id));
    while (CreateServer.isOnItsWay(server) && time.now().isBefore(deadline)) {
      work.running(server.state());
      work.pause(BETWEEN_LOOKS);
      server = work.call(() -> cloud.servers().get(id));
    }
    return server;
  }

  // A server that was cut off before stays so until the service looks at its key again, up to an
  // hour after the change ("Data encryption at rest", 2 June 2026).
  private static Server verified(Server server, DataEncryption wanted, boolean wasAccessible) {
    if (wasAccessible) {
      VerifyEncryption.requireAsPlanned(server, wanted);
    } else {
      VerifyEncryption.requireKeys(server, wanted);
    }
    return server;
  }
}
