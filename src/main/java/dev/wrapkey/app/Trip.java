package dev.wrapkey.app;

import dev.wrapkey.cli.Console;
import dev.wrapkey.cli.Signature;
import dev.wrapkey.cli.Where;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.rotation.RotationLedger;
import dev.wrapkey.rotation.WrapProof;
import dev.wrapkey.time.Time;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Something that a command does in a cloud, whichever it is.
 *
 * @param console is told what speaks against it
 * @param where which cloud
 * @param speed of the practice cloud's clock, 0 if it stands still
 * @param agreed whether it may cost money in Azure without anybody being asked
 * @param cancellation ends it
 */
record Trip(Console console, Where where, double speed, boolean agreed, Cancellation cancellation) {

  /** A trip that only looks. */
  Trip(Console console, Where where, double speed) {
    this(console, where, speed, false, new Cancellation());
  }

  /**
   * Where it is done.
   *
   * @param cloud as the program sees clouds
   * @param time its clock
   * @param folder of all that the program keeps about it
   * @param proof shows which versions wrap data keys, where that can be seen
   * @param consent whether a deployment is wanted, which costs money in Azure
   * @param signature whose answers it gives
   */
  record Place(
      Cloud cloud,
      Time time,
      Path folder,
      Optional<WrapProof> proof,
      Predicate<Plan> consent,
      Signature signature) {

    /** Folder of the deployments' ledgers. */
    Path deployments() {
      return folder.resolve(Session.LEDGER_FOLDER);
    }

    /** Folder of the rotations' ledgers. */
    Path rotations() {
      return folder.resolve(RotationLedger.FOLDER);
    }
  }

  /** What is done there. */
  interface Work {
    /** Returns the exit code. */
    int at(Place place);
  }

  /**
   * Goes there and does it.
   *
   * @param failed the exit code if that is not possible, or the cloud refuses
   */
  int run(int failed, Work work) {
    return switch (where) {
      case Where.Practice practice ->
          new Errand(console, practice.state(), speed)
              .run(failed, place -> work.at(practice(place)));
      case Where.Azure azure ->
          new Abroad(
                  console,
                  azure,
                  agreed ? _ -> true : new TypedAssent(console, cancellation),
                  cancellation)
              .run(failed, work);
    };
  }

  private static Place practice(Errand.Place place) {
    return new Place(
        place.cloud(),
        place.time(),
        place.state(),
        Optional.of(WrapProof.of(place.practice().inspector())),
        _ -> true,
        Signature.PRACTICE);
  }
}
