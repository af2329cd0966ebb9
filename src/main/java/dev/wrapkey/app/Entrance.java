package dev.wrapkey.app;

import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.signin.SignIn;
import dev.wrapkey.signin.SignedIn;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.task.Tasks;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
 * @param person is asked before what costs money or cannot be undone
 */
record Entrance(
    SignIn signIn,
    Path folder,
    Time time,
    Tasks tasks,
    RandomGenerator random,
    Host host,
    Predicate<Assent.Question> person) {

  /**
   * What the pages of a tenant are made of.
   *
   * @param subscriptions those that the person wants to see
   */
  Services services(SignedIn in, List<Subscription> subscriptions) {
    Tenancy tenancy = Tenancy.of(folder, time, in, subscriptions, person);
    return new Services(
        tenancy.cloud(),
        Optional.empty(),
        time,
        tasks,
        tenancy.folder().resolve(Session.LEDGER_FOLDER),
        random,
        host,
        Optional.of(tenancy.assent()),
        in.line());
  }
}
