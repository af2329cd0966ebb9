package dev.wrapkey.ui.vault;

import dev.wrapkey.impact.Acts;
import dev.wrapkey.impact.Surroundings;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.ui.vault.BreakingThing.Kind;
import dev.wrapkey.ui.view.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * All things of a kind, by name, with how many servers they serve.
 *
 * @param cloud asked for what can be done to one
 * @param around what was seen
 */
record BreakingThings(Cloud cloud, Surroundings around) {

  List<BreakingThing> of(Kind kind) {
    Acts acts = new Acts(cloud, around);
    Stream<BreakingThing> all =
        switch (kind) {
          case STORE ->
              around.stores().stream()
                  .map(
                      store ->
                          new BreakingThing(
                              kind,
                              store.id().toString(),
                              words(store.name(), served(store)),
                              () -> acts.of(store)));
          case IDENTITY ->
              around.identities().stream()
                  .map(
                      one ->
                          new BreakingThing(
                              kind,
                              one.id().toString(),
                              words(one.name(), served(one)),
                              () -> acts.of(one, new Cancellation())));
          case KEY ->
              acts.keys().stream()
                  .map(
                      key ->
                          new BreakingThing(
                              kind,
                              key.toString(),
                              Texts.text("breaking.key", key.key(), store(key.host())),
                              () -> acts.of(key)));
        };
    return all.sorted(Comparator.comparing(BreakingThing::words, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  private static String store(String host) {
    return host.substring(0, host.indexOf('.'));
  }

  private static String words(String name, long servers) {
    return Texts.text("breaking.serves", name, servers);
  }

  private long served(KeyStore store) {
    return around.around().users().stream()
        .filter(
            user ->
                user.uses().stream()
                    .anyMatch(use -> use.key().host().equalsIgnoreCase(store.host())))
        .count();
  }

  private long served(ManagedIdentity identity) {
    return around.around().users().stream()
        .filter(
            user ->
                user.uses().stream()
                    .anyMatch(use -> use.identity().filter(identity.id()::equals).isPresent()))
        .count();
  }
}
