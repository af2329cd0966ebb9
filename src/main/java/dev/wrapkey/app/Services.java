package dev.wrapkey.app;

import dev.wrapkey.encryption.Inspector;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.Line;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.record.ChangeRecord;
import dev.wrapkey.rehearsal.Rehearsals;
import dev.wrapkey.rotation.RotationLedger;
import dev.wrapkey.rules.Profile;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.task.Tasks;
import java.nio.file.Path;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What the pages are made of.
 *
 * @param cloud the chosen cloud
 * @param practice what only the practice cloud has; empty for real Azure
 * @param time the cloud's clock
 * @param tasks background work
 * @param ledgers folder of the deployments' ledgers
 * @param random names of deployments
 * @param host what the computer offers
 * @param assent asks before what costs money or cannot be undone; empty where nothing is real
 * @param line how the connection to the cloud stands
 */
record Services(
    Cloud cloud,
    Optional<PracticeSide> practice,
    Time time,
    Tasks tasks,
    Path ledgers,
    RandomGenerator random,
    Host host,
    Optional<Assent> assent,
    Line line) {

  /** Whether a deployment is wanted, which costs money in real Azure. */
  boolean isWanted(Plan plan) {
    return assent.map(asked -> asked.isGiven(plan)).orElse(true);
  }

  /** Folder of the rotations' ledgers, beside that of the deployments. */
  Path rotations() {
    return ledgers.resolveSibling(RotationLedger.FOLDER);
  }

  /** Looks inside servers; only the practice cloud lets anybody. */
  Optional<Inspector> inspector() {
    return practice.map(PracticeSide::inspector);
  }

  /** By which rules the cloud judges keys; real Azure by those of today. */
  Profile profile() {
    return practice.map(side -> side.steering().profile()).orElse(Profile.CURRENT);
  }

  /** What can be rehearsed in the practice cloud, and how far somebody is. */
  Rehearsals rehearsals(PracticeSide side) {
    return new Rehearsals(
        cloud, side.steering().stage(), ledgers.resolveSibling(Rehearsals.FOLDER), random);
  }

  /** The record of every change, to read. */
  ChangeRecord changes() {
    return StateFolder.changes(time, ledgers.resolveSibling(""));
  }
}
