package dev.wrapkey.ui.recovery;

import dev.wrapkey.preflight.recovery.Act;
import dev.wrapkey.preflight.recovery.Rescue;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.EncryptionEdit;
import dev.wrapkey.provisioning.Outcome;
import dev.wrapkey.ui.task.Running;
import dev.wrapkey.ui.task.Tasks;
import java.util.function.Consumer;

/**
 * Does what a person has confirmed.
 *
 * @param rescue does all of it but the change of a key
 * @param pointing changes keys
 */
record Doing(Tasks tasks, Rescue rescue, Pointing pointing) {

  void run(Act act, Running mine, Runnable done, Consumer<CloudFailure> refused) {
    if (act instanceof Act.Point point) {
      pointing.begin(
          point.server().id(),
          new EncryptionEdit(point.server().encryption(), point.wanted()),
          mine.cancellation(),
          outcome -> ended(outcome, done, refused));
    } else {
      tasks.run(
          mine,
          () -> {
            rescue.run(act, mine.cancellation());
            return act;
          },
          _ -> done.run(),
          refused);
    }
  }

  private static void ended(Outcome outcome, Runnable done, Consumer<CloudFailure> refused) {
    switch (outcome) {
      case Outcome.Succeeded _ -> done.run();
      case Outcome.Failed(_, CloudFailure why) -> refused.accept(why);
      case Outcome.Cancelled _ -> {}
    }
  }
}
