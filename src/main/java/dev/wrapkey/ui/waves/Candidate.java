package dev.wrapkey.ui.waves;

import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyUser.Purpose;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.rotation.RotationOrder;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** A server with a customer-managed key that may be rotated with others. */
public final class Candidate {

  private final Server server;
  private final String subscription;
  private final String region;
  private final BooleanProperty chosen = new SimpleBooleanProperty();
  private final BooleanProperty canary = new SimpleBooleanProperty();

  /**
   * @param subscription the name of its subscription
   * @param region the displayed name of its region
   */
  Candidate(Server server, String subscription, String region) {
    this.server = server;
    this.subscription = subscription;
    this.region = region;
    canary.subscribe(first -> chosen.set(first || chosen.get()));
    chosen.subscribe(any -> canary.set(any && canary.get()));
  }

  String name() {
    return server.name();
  }

  String subscription() {
    return subscription;
  }

  String region() {
    return region;
  }

  String state() {
    return server.state();
  }

  String vault() {
    return key().storeName();
  }

  /** The name of the key with that of its store. */
  String keyName() {
    return Keyed.brief(key().versionless());
  }

  private KeyIdentifier key() {
    return server.encryption().key().orElseThrow();
  }

  /** Each with its value. */
  List<String> tags() {
    return server.setup().tags().entrySet().stream()
        .map(tag -> tag.getKey() + ": " + tag.getValue())
        .toList();
  }

  /** Whether it has a key of its own for the geo-redundant backup. */
  boolean hasSecondKey() {
    return server.encryption().geo().map(GeoEncryption::key).isPresent();
  }

  boolean matches(String words) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    return Stream.concat(
            Stream.of(name(), subscription, region, state(), keyName()), tags().stream())
        .anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(wanted));
  }

  BooleanProperty chosenProperty() {
    return chosen;
  }

  /** Whether a person wants it to go first; only what is chosen does. */
  BooleanProperty canaryProperty() {
    return canary;
  }

  /**
   * A new version of its key.
   *
   * @param geo whether also of the second one, where it has one
   */
  RotationOrder order(boolean geo) {
    Set<Purpose> purposes = EnumSet.of(Purpose.PRIMARY);
    if (geo && hasSecondKey()) {
      purposes.add(Purpose.GEO_BACKUP);
    }
    return RotationOrder.newVersion(server, purposes);
  }
}
