package dev.wrapkey.app;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.record.Recording;
import dev.wrapkey.signin.SignIn;
import dev.wrapkey.signin.SignedIn;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.view.Texts;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The way to real Azure.
 *
 * @param signIn lets people in
 * @param folder of all that the program keeps about real Azure, one folder a tenant in it
 * @param time the world's clock
 * @param tasks background work
 * @param random names of deployments
 * @param host what the computer offers
 */
record Entrance(
    SignIn signIn, Path folder, Time time, Tasks tasks, RandomGenerator random, Host host) {

  /**
   * What the pages of a tenant are made of.
   *
   * @param cloud the tenant, as far as the person wants to see it
   */
  Services services(SignedIn in, Cloud cloud) {
    Path own = folder.resolve(in.tenant().id().toLowerCase(Locale.ROOT));
    Cloud recorded =
        Recording.over(
            cloud, Texts.text("record.azure", in.tenant().id()), Errand.changes(time, own));
    return new Services(
        recorded, Optional.empty(), time, tasks, own.resolve(Session.LEDGER_FOLDER), random, host);
  }
}
