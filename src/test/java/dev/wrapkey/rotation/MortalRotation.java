package dev.wrapkey.rotation;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.KeyUser.Purpose;
import dev.wrapkey.provisioning.Progress;
import dev.wrapkey.provisioning.Receipt;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.Victim;
import java.nio.file.Path;
import java.util.Set;

/** A program that makes a new version of a server's key, and waits at a certain point. */
final class MortalRotation {

  private MortalRotation() {}

  /** State folder, server, point. */
  public static void main(String[] arguments) {
    Rotating rotating = new Rotating(Practice.in(Path.of(arguments[0])));
    GuidedRotation rotation = rotating.rotation();
    RotationLedger ledger =
        rotation.begin(
            RotationOrder.newVersion(rotating.server(arguments[1]), Set.of(Purpose.PRIMARY)));
    rotation.run(ledger, dyingAt(arguments[2]), new Cancellation());
  }

  private static RotationProgress dyingAt(String point) {
    Progress deadly = Victim.dyingAt(point);
    return new RotationProgress() {
      @Override
      public void on(Progress.Event event) {
        deadly.on(event);
      }

      @Override
      public void accepted(String step, Receipt receipt) {
        deadly.accepted(step, receipt);
      }
    };
  }
}
