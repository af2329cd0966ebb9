package dev.wrapkey.app;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.record.Recording;
import dev.wrapkey.signin.Narrowed;
import dev.wrapkey.signin.SignIn;
import dev.wrapkey.signin.SignedIn;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.view.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

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
    Path own = folder.resolve(in.tenant().id().toLowerCase(Locale.ROOT));
    Assent assent = new Assent(subscriptions, person);
    Cloud recorded =
        Recording.over(
            narrowed(in, subscriptions),
            Texts.text("record.azure", in.tenant().id()),
            Errand.changes(time, own),
            assent);
    return new Services(
        recorded,
        Optional.empty(),
        time,
        tasks,
        own.resolve(Session.LEDGER_FOLDER),
        random,
        host,
        Optional.of(assent),
        in.line());
  }

  private static Cloud narrowed(SignedIn in, List<Subscription> subscriptions) {
    return new Narrowed(
        in.cloud(), subscriptions.stream().map(Subscription::id).collect(Collectors.toSet()));
  }
}
