package dev.wrapkey.health;

import dev.wrapkey.preflight.Purpose;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.rules.KeyCheck;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads what there is to know of a server's keys. What cannot be read is empty here; the rules say
 * why.
 *
 * @param cloud where to look
 * @param stores finds key stores
 * @param traces what this program knows
 * @param now the moment to judge at
 */
record KeyReading(Cloud cloud, Stores stores, Traces.Known traces, Instant now) {

  List<KeyHealth> keys(Server server) {
    DataEncryption now = server.encryption();
    List<KeyHealth> keys = new ArrayList<>();
    now.key()
        .ifPresent(
            key ->
                keys.add(
                    read(
                        server,
                        new KeyHealth(
                            Purpose.PRIMARY,
                            key,
                            now.identity(),
                            now.status(),
                            new Standing(Optional.empty(), Optional.empty(), 0),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()))));
    now.geo()
        .ifPresent(
            geo ->
                keys.add(
                    read(
                        server,
                        new KeyHealth(
                            Purpose.GEO,
                            geo.key(),
                            Optional.of(geo.identity()),
                            geo.status(),
                            new Standing(Optional.empty(), Optional.empty(), 0),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()))));
    return keys;
  }

  private KeyHealth read(Server server, KeyHealth bare) {
    KeyIdentifier key = bare.key();
    Optional<KeyStore> store = stores.find(key, server.id().subscription());
    Standing standing = standing(key, store);
    return new KeyHealth(
        bare.purpose(),
        key,
        bare.identity(),
        bare.status(),
        standing,
        store,
        seen(() -> cloud.keyLife().policy(key.versionless())),
        traces.rotated(server.id(), bare.purpose(), standing.inUse()));
  }

  private Standing standing(KeyIdentifier key, Optional<KeyStore> store) {
    Optional<Key> inUse = seen(() -> cloud.keyStores().get(key));
    List<Key> versions =
        inUse
            .flatMap(_ -> store)
            .flatMap(in -> seen(() -> cloud.keyStores().versions(in, key.key())))
            .orElse(List.of());
    Optional<Key> newest = versions.stream().filter(this::isUsable).findFirst();
    int behind =
        key.version().isEmpty()
            ? 0
            : (int)
                versions.stream()
                    .takeWhile(each -> !each.id().version().equals(key.version()))
                    .filter(this::isUsable)
                    .count();
    return new Standing(inUse, newest, behind);
  }

  private boolean isUsable(Key version) {
    return KeyCheck.obstacle(version, now).isEmpty();
  }

  private static <T> Optional<T> seen(Supplier<T> question) {
    try {
      return Optional.of(question.get());
    } catch (CloudFailure unreadable) {
      return Optional.empty();
    }
  }
}
