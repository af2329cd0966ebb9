package dev.wrapkey.rotation;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.EncryptionEdit;
import dev.wrapkey.provisioning.KeyChange;
import dev.wrapkey.provisioning.KeyChangeNote;
import dev.wrapkey.provisioning.Outcome;
import dev.wrapkey.provisioning.Progress;
import dev.wrapkey.provisioning.Receipt;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Gives the server its keys, by the same job as the Data encryption page. A request that an earlier
 * run has sent is followed first; what the server has already is not sent again.
 */
record Updating(KeyChange change) {

  /**
   * @param edit what the server shall have, and what it had
   */
  void send(Course course, EncryptionEdit edit) {
    Optional<Receipt> known = course.entry().made().receipt();
    if (known.isEmpty() || !hasTakenPlace(course, edit.wanted(), known.get())) {
      require(
          change.run(
              course.entry().order().server(), edit, telling(course), course.cancellation()));
    }
  }

  /** Follows an accepted request to its end; if that was not a good one, it is sent again. */
  private boolean hasTakenPlace(Course course, DataEncryption wanted, Receipt receipt) {
    KeyChangeNote.Entry note =
        new KeyChangeNote.Entry(
            course.entry().order().server(), wanted, course.now(), Optional.of(receipt));
    return switch (change.takeUp(note, telling(course), course.cancellation())) {
      case Outcome.Succeeded _ -> true;
      case Outcome.Failed _ -> false;
      case Outcome.Cancelled _ -> throw new CancellationException("cancelled");
    };
  }

  // How the keys are found afterwards is the business of the next step.
  private static void require(Outcome outcome) {
    switch (outcome) {
      case Outcome.Succeeded _ -> {}
      case Outcome.Failed(String step, CloudFailure failure) -> {
        if (step.equals(KeyChange.CHANGE)) {
          throw failure;
        }
      }
      case Outcome.Cancelled _ -> throw new CancellationException("cancelled");
    }
  }

  /** The job's two steps as one of ours. */
  private static Progress telling(Course course) {
    return new Progress() {
      @Override
      public void on(Event event) {
        if (event.state() == State.RUNNING || event.state() == State.RETRYING) {
          course.tell(event.state(), event.detail());
        }
      }

      @Override
      public void waiting(String step, Wait wait) {
        course.waiting(wait);
      }

      @Override
      public void accepted(String step, Receipt receipt) {
        course.ledger().made(made -> made.accepted(Optional.of(receipt)));
        course.progress().accepted(course.current().id(), receipt);
      }
    };
  }
}
