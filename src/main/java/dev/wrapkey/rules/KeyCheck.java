package dev.wrapkey.rules;

import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Why a key cannot encrypt a server, or could do it better: CMK-13 to CMK-17 and CMK-19. What a
 * listing does not tell is not held against the key.
 *
 * <p>Source: "Data encryption at rest", 2 June 2026; CMK-19 follows from the rights the service
 * needs.
 */
public final class KeyCheck {

  private static final Set<String> TYPES = Set.of("RSA", "RSA-HSM");
  private static final Set<Integer> SIZES = Set.of(2048, 3072, 4096);
  private static final int RECOMMENDED_BITS = 4096;

  private KeyCheck() {}

  /** KEY-1: what is said of an identifier that leads nowhere. */
  public static Finding missing(KeyIdentifier id) {
    return RulePack.finding("KEY-1", id.key(), id.storeName());
  }

  /** Every rule the key breaks at a moment, in the order of their ids. */
  public static List<Finding> check(Key key, Instant now) {
    List<Finding> findings = new ArrayList<>();
    strength(key).ifPresent(findings::add);
    life(key, now).forEach(findings::add);
    operations(key).ifPresent(findings::add);
    return List.copyOf(findings);
  }

  /** The first rule the key breaks that keeps it from serving. */
  public static Optional<Finding> obstacle(Key key, Instant now) {
    return check(key, now).stream().filter(Finding::blocks).findFirst();
  }

  private static Optional<Finding> strength(Key key) {
    String type = key.type().toUpperCase(Locale.ROOT);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    if (!TYPES.contains(type)) {
      return Optional.of(RulePack.finding("CMK-13", name(key), key.type()));
    }
    if (key.bits() == 0 || key.bits() == RECOMMENDED_BITS) {
      return Optional.empty();
    }
    String bits = String.valueOf(key.bits());
    return Optional.of(
        SIZES.contains(key.bits())
            ? RulePack.finding("CMK-14", name(key), bits)
            : RulePack.finding("CMK-13", name(key), key.type() + " " + bits));
  }

  private static Stream<Finding> life(Key key, Instant now) {
    return Stream.of(
            key.life()
                .activates()
                .filter(moment -> moment.isAfter(now))
                .map(moment -> RulePack.finding("CMK-15", name(key), Moments.text(moment))),
            key.life()
                .expires()
                .filter(moment -> !moment.isAfter(now))
                .map(moment -> RulePack.finding("CMK-16", name(key), Moments.text(moment))),
            key.life().enabled()
                ? Optional.<Finding>empty()
                : Optional.of(RulePack.finding("CMK-17", name(key))))
        .flatMap(Optional::stream);
  }

  private static Optional<Finding> operations(Key key) {
    boolean told = !key.operations().isEmpty();
    boolean wraps =
        Permissions.missing(key.operations(), List.of("wrapKey", "unwrapKey")).isEmpty();
    return told && !wraps ? Optional.of(RulePack.finding("CMK-19", name(key))) : Optional.empty();
  }

  private static String name(Key key) {
    return key.id().key();
  }
}
