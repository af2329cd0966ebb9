package dev.wrapkey.rotation;

import dev.wrapkey.encryption.Inspector;
import dev.wrapkey.encryption.StoredKey;
import dev.wrapkey.provisioning.KeyIdentifier;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The storage of a practice server as versions that wrap data keys. */
final class InspectedStorage {

  private InspectedStorage() {}

  /** What one version wraps in a volume. */
  private record Group(String version, boolean inherited) {}

  static Wrapping wrapping(Inspector.Storage storage) {
    return new Wrapping(storage.volumes().stream().flatMap(InspectedStorage::holdings).toList());
  }

  private static Stream<Wrapping.Holding> holdings(Inspector.Content content) {
    Map<Group, Wrapping.Holding> holdings = new LinkedHashMap<>();
    for (StoredKey key : content.facts().keys()) {
      Group group = new Group(key.wrapped().keyVersion(), key.isInherited());
      holding(content.kind(), key)
          .ifPresent(one -> holdings.merge(group, one, InspectedStorage::both));
    }
    Collection<Wrapping.Holding> all = holdings.values();
    return List.copyOf(all).stream();
  }

  // A service-managed key has no identifier of a key store, and concerns nobody here.
  private static Optional<Wrapping.Holding> holding(String kind, StoredKey key) {
    return KeyIdentifier.parse(key.wrapped().keyVersion())
        .map(id -> new Wrapping.Holding(kind, id, 1, key.isInherited(), key.wrappedAt()));
  }

  private static Wrapping.Holding both(Wrapping.Holding one, Wrapping.Holding other) {
    Instant newest = one.newest().isAfter(other.newest()) ? one.newest() : other.newest();
    return new Wrapping.Holding(
        one.volume(), one.version(), one.dataKeys() + other.dataKeys(), one.inherited(), newest);
  }
}
