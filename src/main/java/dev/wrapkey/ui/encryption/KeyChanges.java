package dev.wrapkey.ui.encryption;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.EncryptionEdit;
import dev.wrapkey.provisioning.KeyChange;
import dev.wrapkey.provisioning.KeyChangeNote;
import dev.wrapkey.provisioning.Outcome;
import dev.wrapkey.provisioning.Progress;
import dev.wrapkey.provisioning.Receipt;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.notification.Notifications;
import dev.wrapkey.ui.task.Tasks;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The key changes of this run of the program, and those that an earlier run has left. They belong
 * to the program, not to a page. Lives on the screen's thread.
 */
public final class KeyChanges {

  private final KeyChange job;
  private final Tasks tasks;
  private final Time time;
  private final Notifications notifications;
  private final Path folder;
  private Consumer<ResourceId> opener = server -> {};
  private Consumer<ResourceId> rotation = server -> {};
  private boolean watched = true;

  /**
   * @param job changes keys
   * @param time the clock of the cloud
   * @param folder of the notes that outlive the program
   */
  public KeyChanges(
      KeyChange job, Tasks tasks, Time time, Notifications notifications, Path folder) {
    this.job = job;
    this.tasks = tasks;
    this.time = time;
    this.notifications = notifications;
    this.folder = folder;
  }

  /** How the page of a server is opened. */
  public void onOpen(Consumer<ResourceId> newOpener) {
    opener = newOpener;
  }

  /** How the guided rotation of a server's keys is opened. */
  public void onRotate(Consumer<ResourceId> way) {
    rotation = way;
  }

  void rotate(ResourceId server) {
    rotation.accept(server);
  }

  /** Whether somebody can see how a change ends; what nobody saw is told at the next start. */
  public void watched(boolean visible) {
    watched = visible;
  }

  /** Follows up the changes that an earlier run of the program has begun, and tells their end. */
  public void recover() {
    tasks.run(
        () -> KeyChangeNote.open(folder),
        notes -> notes.forEach(this::takeUp),
        (CloudFailure impossible) -> {});
  }

  private void takeUp(KeyChangeNote note) {
    ResourceId server = note.entry().server();
    KeyNews news =
        new KeyNews(notifications, server, "encryption.news.again", () -> opener.accept(server));
    tasks.run(
        () -> job.takeUp(note.entry(), event -> {}, new Cancellation()),
        outcome -> {
          if (news.endedMeanwhile(outcome)) {
            told(note);
          }
        },
        news::failed);
  }

  /**
   * Changes the keys of a server, written down and told in the bell.
   *
   * @param progress is told on the thread that does the job
   * @param ended is told how it ended, on the screen's thread
   */
  public void run(
      ResourceId server,
      EncryptionEdit edit,
      Progress progress,
      Cancellation cancellation,
      Consumer<Outcome> ended) {
    KeyNews news =
        new KeyNews(notifications, server, "encryption.news.running", () -> opener.accept(server));
    AtomicReference<KeyChangeNote> note = new AtomicReference<>();
    tasks.run(
        () -> {
          KeyChangeNote mine = KeyChangeNote.begin(folder, server, edit.wanted(), time.now());
          note.set(mine);
          return job.run(server, edit, noting(mine, progress), cancellation);
        },
        outcome -> {
          news.end(outcome, isAccepted(note.get()));
          if (!isBrokenOff(outcome, cancellation)) {
            told(note.get());
          }
          ended.accept(outcome);
        },
        why -> {
          news.failed(why);
          told(note.get());
          ended.accept(new Outcome.Failed(KeyChange.CHANGE, why));
        });
  }

  /** An interrupted thread is the program's end, not a wish: the next start tells it. */
  private static boolean isBrokenOff(Outcome outcome, Cancellation cancellation) {
    return outcome instanceof Outcome.Cancelled && !cancellation.isCancelled();
  }

  private static boolean isAccepted(@Nullable KeyChangeNote note) {
    return note != null && note.entry().receipt().isPresent();
  }

  private void told(@Nullable KeyChangeNote note) {
    if (watched && note != null) {
      note.told();
    }
  }

  private static Progress noting(KeyChangeNote note, Progress progress) {
    return new Progress() {
      @Override
      public void on(Event event) {
        progress.on(event);
      }

      @Override
      public void waiting(String step, Wait wait) {
        note.rejected();
        progress.waiting(step, wait);
      }

      @Override
      public void accepted(String step, Receipt receipt) {
        note.accepted(receipt);
        progress.accepted(step, receipt);
      }
    };
  }
}
