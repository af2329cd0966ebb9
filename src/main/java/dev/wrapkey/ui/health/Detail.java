package dev.wrapkey.ui.health;

import dev.wrapkey.health.Gap;
import dev.wrapkey.health.HealthLine;
import dev.wrapkey.health.KeyHealth;
import dev.wrapkey.health.Needed;
import dev.wrapkey.health.Way;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One key to be read about, and the ways from there.
 *
 * @param line the key
 * @param now the moment of the survey
 * @param destinations where the ways lead
 * @param left told when a person goes where something can be mended
 */
record Detail(HealthLine line, Instant now, Destinations destinations, Runnable left) {

  /**
   * The ways that there are to mend a gap; none to a key store that is not seen. A server that lost
   * its key is recovered first: Azure refuses to give it another before that.
   */
  List<Way> ways(Gap gap) {
    return Stream.concat(Stream.of(Way.RECOVERY), gap.ways().stream())
        .filter(way -> isOpen(gap, way))
        .toList();
  }

  private boolean isLost() {
    return line.server().state().equalsIgnoreCase("Inaccessible");
  }

  private boolean isOpen(Gap gap, Way way) {
    return switch (way) {
      case RECOVERY -> isLost();
      case ROTATION -> line.key().isPresent() && !isLost();
      case ENCRYPTION -> line.key().isPresent();
      case KEY, STORE -> store(gap).isPresent();
    };
  }

  private Optional<KeyStore> store(Gap gap) {
    return gap.key().isPresent()
        ? needed(gap.key().get()).flatMap(Needed::store)
        : line.key().flatMap(KeyHealth::store);
  }

  private Optional<Needed> needed(KeyIdentifier key) {
    return line.health().needs().stream().filter(each -> each.key().equals(key)).findFirst();
  }

  /** Goes there. */
  void go(Gap gap, Way way) {
    left.run();
    switch (way) {
      case ENCRYPTION -> openServer();
      case RECOVERY -> destinations.recovery(line.server().id());
      case ROTATION -> destinations.rotation(line.server().id());
      case KEY ->
          store(gap)
              .ifPresent(
                  store ->
                      gap.key()
                          .or(() -> line.key().map(KeyHealth::key))
                          .ifPresent(key -> destinations.key(store, key.versionless())));
      case STORE -> store(gap).ifPresent(destinations::store);
    }
  }

  /** Goes to the server. */
  void openServer() {
    left.run();
    destinations.encryption(line.server().id());
  }

  void openRule(Gap gap) {
    destinations.rule(gap.rule());
  }
}
