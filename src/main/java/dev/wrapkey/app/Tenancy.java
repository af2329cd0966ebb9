package dev.wrapkey.app;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.record.Recording;
import dev.wrapkey.signin.Narrowed;
import dev.wrapkey.signin.SignedIn;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.view.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A tenant of real Azure as the program works in it, with and without a window: recorded, asking
 * before what weighs, and with a folder of its own.
 *
 * @param cloud shows the subscriptions that were chosen
 * @param folder of all that is kept about this tenant
 * @param assent is asked before what costs money or cannot be undone
 */
record Tenancy(Cloud cloud, Path folder, Assent assent) {

  /**
   * What somebody who is signed in works in.
   *
   * @param azure folder of all that is kept about real Azure
   * @param time the world's clock
   * @param chosen the subscriptions that they want to see
   * @param person is asked
   */
  static Tenancy of(
      Path azure,
      Time time,
      SignedIn in,
      List<Subscription> chosen,
      Predicate<Assent.Question> person) {
    Path own = folder(azure, in.tenant().id());
    Cloud cloud = narrowed(in, chosen);
    Assent assent = new Assent(chosen, new Whereabouts(cloud, chosen)::of, person);
    Cloud recorded =
        Recording.over(
            cloud,
            Texts.text("record.azure", in.tenant().id()),
            StateFolder.changes(time, own),
            assent);
    return new Tenancy(recorded, own, assent);
  }

  /** The folder of a tenant. */
  static Path folder(Path azure, String tenant) {
    return azure.resolve(tenant.toLowerCase(Locale.ROOT));
  }

  private static Cloud narrowed(SignedIn in, List<Subscription> chosen) {
    return new Narrowed(
        in.cloud(), chosen.stream().map(Subscription::id).collect(Collectors.toSet()));
  }
}
