package dev.wrapkey.rehearsal;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Server;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Looks at what there is in the cloud; what a person clicked is nothing to it. */
final class Judge {

  static final String REPOINTED = "repointed";
  static final String WENT_DARK = "went-dark";
  static final String OPENED = "opened";

  private static final Set<KeyStore.Network> TRUSTING =
      Set.of(KeyStore.Network.SELECTED_AND_TRUSTED, KeyStore.Network.PRIVATE_AND_TRUSTED);

  private final Cloud cloud;
  private final Stage stage;
  private final Props props;
  private final Instant since;

  /**
   * @param since when the person was called
   */
  Judge(Cloud cloud, Stage stage, Props props, Instant since) {
    this.cloud = cloud;
    this.stage = stage;
    this.props = props;
    this.since = since;
  }

  /**
   * Whether the goal is reached.
   *
   * @throws CloudFailure if the cloud cannot be asked; what is not there, or not to be seen, is not
   *     as it should be
   */
  Verdict of(Scenario scenario) {
    List<Verdict.Point> points = new ArrayList<>();
    Optional<Server> server = server(props.server());
    switch (scenario) {
      case KEY_DISABLED -> point(points, "key-enabled", isEnabled());
      case EXPIRED_KEY -> point(points, "expiry-extended", isExtended());
      case VAULT_DELETED -> point(points, "vault-back", vault().isPresent());
      case IDENTITY_DELETED -> point(points, "identity-new", hasNewIdentity(server));
      case FIREWALL_CLOSED -> {
        point(points, "trusted-admitted", is(network -> TRUSTING.contains(network)));
        point(points, "still-closed", is(network -> network != KeyStore.Network.ALL));
      }
      case ROTATION_WITH_REPLICAS -> rotation(points, server);
    }
    if (scenario != Scenario.ROTATION_WITH_REPLICAS) {
      point(points, "same-key", server.filter(this::hasSameKey).isPresent());
      point(points, "server-ready", server.filter(Judge::works).isPresent());
    }
    return new Verdict(List.copyOf(points), detours(scenario), server.isPresent());
  }

  private void rotation(List<Verdict.Point> points, Optional<Server> server) {
    Optional<Server> replica = server(props.replica());
    point(points, "server-new-version", server.filter(this::hasNewVersion).isPresent());
    point(points, "replica-new-version", replica.filter(this::hasNewVersion).isPresent());
    point(points, "old-disabled", key().filter(k -> !k.life().enabled()).isPresent());
    point(points, "server-ready", server.filter(Judge::works).isPresent());
    point(points, "replica-ready", replica.filter(Judge::works).isPresent());
  }

  private static void point(List<Verdict.Point> points, String id, boolean met) {
    points.add(new Verdict.Point(id, met));
  }

  private boolean isEnabled() {
    return key().filter(k -> k.life().enabled()).isPresent();
  }

  private boolean isExtended() {
    Instant now = stage.now();
    return key()
        .filter(k -> k.life().enabled())
        .filter(k -> k.life().expires().filter(end -> !end.isAfter(now)).isEmpty())
        .isPresent();
  }

  // A server holds on to the principal it was given: made anew under the same name it is another
  // one, which the server has to be told (portal specification INA-5, CMK-23).
  private boolean hasNewIdentity(Optional<Server> server) {
    Optional<ResourceId> used = server.flatMap(s -> s.encryption().identity());
    boolean isThere = used.flatMap(id -> seen(() -> cloud.identities().get(id))).isPresent();
    boolean told =
        used.filter(id -> !id.equals(props.identity())).isPresent()
            || deeds().stream().anyMatch(d -> d.changesServer() && isAbout(d, props.server()));
    return isThere && told;
  }

  private boolean is(java.util.function.Predicate<KeyStore.Network> right) {
    return vault().map(KeyStore::network).filter(right).isPresent();
  }

  private boolean hasSameKey(Server server) {
    KeyIdentifier first = props.key().versionless();
    return server
        .encryption()
        .key()
        .map(KeyIdentifier::versionless)
        .filter(first::equals)
        .isPresent();
  }

  private boolean hasNewVersion(Server server) {
    return server
        .encryption()
        .key()
        .filter(k -> k.versionless().equals(props.key().versionless()))
        .filter(k -> !k.equals(props.key()))
        .flatMap(k -> seen(() -> cloud.keyStores().get(k)))
        .filter(k -> !k.id().equals(props.key()) && k.life().enabled())
        .isPresent();
  }

  private static boolean works(Server server) {
    DataEncryption encryption = server.encryption();
    return server.state().equals("Ready") && !encryption.hasInvalidKey();
  }

  private Set<String> detours(Scenario scenario) {
    Set<String> found = new TreeSet<>();
    List<Deed> deeds = deeds();
    if (!scenario.pointsTheServer() && wasChangedInTheDark(deeds)) {
      found.add(REPOINTED);
    }
    if (!scenario.beginsInTheDark() && deeds.stream().anyMatch(Deed::darkens)) {
      found.add(WENT_DARK);
    }
    if (scenario == Scenario.FIREWALL_CLOSED && is(network -> network == KeyStore.Network.ALL)) {
      found.add(OPENED);
    }
    return found;
  }

  // Whoever is called, is called because the server is inaccessible.
  private boolean wasChangedInTheDark(List<Deed> deeds) {
    boolean dark = true;
    for (Deed deed : deeds) {
      if (dark && deed.changesServer() && isAbout(deed, props.server())) {
        return true;
      }
      dark = deed.darkens() || dark && !deed.lightens();
    }
    return false;
  }

  private List<Deed> deeds() {
    return stage.deeds(props.group(), since);
  }

  private static boolean isAbout(Deed deed, ResourceId resource) {
    return deed.resource().equalsIgnoreCase(resource.toString());
  }

  private Optional<Server> server(ResourceId id) {
    return seen(() -> cloud.servers().get(id));
  }

  private Optional<KeyStore> vault() {
    return seen(() -> cloud.newVaults().get(props.vault()));
  }

  private Optional<Key> key() {
    return seen(() -> cloud.keyStores().get(props.key()));
  }

  private static <T> Optional<T> seen(Supplier<T> look) {
    try {
      return Optional.of(look.get());
    } catch (CloudFailure failure) {
      return switch (failure.kind()) {
        case NOT_FOUND, FORBIDDEN -> Optional.empty();
        default -> throw failure;
      };
    }
  }
}
