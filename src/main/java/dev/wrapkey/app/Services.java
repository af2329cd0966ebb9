package dev.wrapkey.app;

import dev.wrapkey.encryption.Inspector;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.record.ChangeRecord;
import dev.wrapkey.rehearsal.Rehearsals;
import dev.wrapkey.rotation.RotationLedger;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.practice.OtherPrograms;
import dev.wrapkey.ui.practice.PracticeSteering;
import dev.wrapkey.ui.task.Tasks;
import java.nio.file.Path;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What the pages are made of.
 *
 * @param cloud the chosen cloud
 * @param inspector looks inside servers; only the practice cloud has one
 * @param programs lets other programs into the practice cloud
 * @param steering moves the practice cloud's clock and switches its faults
 * @param time the cloud's clock
 * @param tasks background work
 * @param ledgers folder of the deployments' ledgers
 * @param random names of deployments
 * @param host what the computer offers
 */
record Services(
    Cloud cloud,
    Optional<Inspector> inspector,
    OtherPrograms programs,
    PracticeSteering steering,
    Time time,
    Tasks tasks,
    Path ledgers,
    RandomGenerator random,
    Host host) {

  /** Folder of the rotations' ledgers, beside that of the deployments. */
  Path rotations() {
    return ledgers.resolveSibling(RotationLedger.FOLDER);
  }

  /** What can be rehearsed in the practice cloud, and how far somebody is. */
  Rehearsals rehearsals() {
    return new Rehearsals(
        cloud, steering.stage(), ledgers.resolveSibling(Rehearsals.FOLDER), random);
  }

  /** The record of every change, to read. */
  ChangeRecord changes() {
    return Errand.changes(time, ledgers.resolveSibling(""));
  }
}
