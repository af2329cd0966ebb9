package dev.wrapkey.preflight;

import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Server;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** The server that is checked, as it is now. */
final class ServerFact {

  private static final String INACCESSIBLE = "Inaccessible";

  private final Fact<Optional<Server>> server;

  ServerFact(Subject subject, Inquiry inquiry) {
    server =
        new Fact<>(
            () -> subject.server().flatMap(id -> inquiry.find(cloud -> cloud.servers().get(id))));
  }

  /** Empty if there is none. */
  Optional<Server> get() {
    return server.get();
  }

  /** The server, if it is there and can be looked at. */
  Optional<Server> seen() {
    return server.ifSeen().flatMap(found -> found);
  }

  /** Whether its data cannot be reached because of its keys. */
  boolean isInaccessible() {
    return seen().filter(ServerFact::isInaccessible).isPresent();
  }

  static boolean isInaccessible(Server found) {
    return found.state().equalsIgnoreCase(INACCESSIBLE);
  }

  /** Whether it is cut off and uses this very version of a key, which has expired. */
  boolean isCutOffBy(Key version, Instant now) {
    return isOver(version, now)
        && isInaccessible()
        && keys().anyMatch(used -> isUsed(used, version.id()));
  }

  static boolean isOver(Key version, Instant now) {
    return version.life().expires().filter(end -> !end.isAfter(now)).isPresent();
  }

  private Stream<KeyIdentifier> keys() {
    DataEncryption now = seen().map(Server::encryption).orElseGet(DataEncryption::serviceManaged);
    return Stream.concat(now.key().stream(), now.geo().map(GeoEncryption::key).stream());
  }

  private static boolean isUsed(KeyIdentifier used, KeyIdentifier version) {
    return used.versionless().equals(version.versionless())
        && (used.version().isEmpty() || used.equals(version));
  }
}
