package dev.wrapkey.rotation;

import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyUser.Purpose;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The new versions that waves have made so far: each key gets one, whoever uses it. Thread-safe.
 */
final class SharedVersions {

  /** The newest version before, and the one that was made. */
  private record Pair(KeyIdentifier before, KeyIdentifier made) {}

  private final Map<String, Pair> pairs = new ConcurrentHashMap<>();

  /** Takes over what a rotation has made. */
  void learn(RotationLedger.Entry entry) {
    for (Purpose purpose : entry.order().newVersions()) {
      KeyIdentifier before = entry.made().noted().get(purpose);
      KeyIdentifier made = entry.made().versions().get(purpose);
      if (before != null && made != null) {
        pairs.putIfAbsent(name(made), new Pair(before, made));
      }
    }
  }

  /** What a new rotation need not make any more. */
  RotationLedger.Made known(RotationOrder order) {
    RotationLedger.Made known = RotationLedger.Made.NOTHING;
    for (Purpose purpose : order.newVersions()) {
      Optional<Pair> pair = pair(order, purpose);
      if (pair.isPresent()) {
        known = known.noting(purpose, pair.get().before()).making(purpose, pair.get().made());
      }
    }
    return known;
  }

  /** The keys of which a rotation would have to make a version itself. */
  Set<String> missing(RotationOrder order) {
    Set<String> missing = new HashSet<>();
    for (Purpose purpose : order.newVersions()) {
      if (pair(order, purpose).isEmpty()) {
        missing.add(name(Keys.key(order.base(), purpose).orElseThrow()));
      }
    }
    return missing;
  }

  private Optional<Pair> pair(RotationOrder order, Purpose purpose) {
    return Keys.key(order.base(), purpose).map(key -> pairs.get(name(key)));
  }

  private static String name(KeyIdentifier key) {
    return key.versionless().toString().toLowerCase(Locale.ROOT);
  }
}
