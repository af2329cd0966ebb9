package dev.wrapkey.ui.encryption;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.KeyUser.Purpose;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.encryption.Present.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks for the reasons why keys of a server do not work. Blocks. */
final class Diagnosis {

  private static final Set<KeyStore.Network> CLOSED =
      Set.of(KeyStore.Network.SELECTED, KeyStore.Network.PRIVATE);

  private final Cloud cloud;
  private final Time time;

  Diagnosis(Cloud cloud, Time time) {
    this.cloud = cloud;
    this.time = time;
  }

  /** Everything that speaks against the server's keys; what cannot be seen is left out. */
  List<Cause> of(Present present) {
    List<Cause> causes = new ArrayList<>(of(Purpose.PRIMARY, present.primary()));
    present.geo().ifPresent(geo -> causes.addAll(of(Purpose.GEO_BACKUP, geo)));
    return List.copyOf(causes);
  }

  private List<Cause> of(Purpose purpose, Side side) {
    List<Cause> causes = new ArrayList<>();
    if (side.user().gone()) {
      String name = side.user().id().map(ResourceId::name).orElse("");
      causes.add(cause(purpose, Cause.Kind.IDENTITY_MISSING, name, side.key()));
    }
    side.key().ifPresent(key -> examine(purpose, side, key, causes));
    return causes;
  }

  private void examine(Purpose purpose, Side side, KeyIdentifier id, List<Cause> causes) {
    Optional<KeyStore> store = store(side, id);
    Cause.Kind ofKey = null;
    try {
      ofKey = fault(cloud.keyStores().get(id));
    } catch (CloudFailure failure) {
      if (failure.kind() == CloudFailure.Kind.NOT_FOUND) {
        ofKey = Cause.Kind.KEY_MISSING;
      } else if (store.isEmpty() && failure.kind() == CloudFailure.Kind.UNREACHABLE) {
        ofKey = Cause.Kind.STORE_MISSING;
      }
    }
    if (ofKey == Cause.Kind.KEY_EXPIRED) {
      causes.add(expired(purpose, id, store));
    } else if (ofKey != null) {
      String thing = ofKey == Cause.Kind.STORE_MISSING ? id.storeName() : id.key();
      causes.add(cause(purpose, ofKey, thing, Optional.of(id)));
    }
    store.ifPresent(s -> examine(purpose, side, s, causes));
  }

  private void examine(Purpose purpose, Side side, KeyStore store, List<Cause> causes) {
    if (CLOSED.contains(store.network())) {
      causes.add(cause(purpose, Cause.Kind.FIREWALL, store.name(), side.key()));
    }
    Optional<ManagedIdentity> identity = side.user().found();
    if (identity.isPresent() && lacksRights(store, identity.get())) {
      causes.add(cause(purpose, Cause.Kind.RIGHTS_MISSING, identity.get().name(), side.key()));
    }
  }

  private boolean lacksRights(KeyStore store, ManagedIdentity identity) {
    try {
      return !cloud.keyStores().rights(store, identity).suffice();
    } catch (CloudFailure unseen) {
      return false;
    }
  }

  private Cause.@org.jspecify.annotations.Nullable Kind fault(Key key) {
    Key.Life life = key.life();
    if (!life.enabled()) {
      return Cause.Kind.KEY_DISABLED;
    }
    if (life.expires().filter(end -> !end.isAfter(time.now())).isPresent()) {
      return Cause.Kind.KEY_EXPIRED;
    }
    boolean waits = life.activates().filter(begin -> begin.isAfter(time.now())).isPresent();
    return waits ? Cause.Kind.KEY_NOT_ACTIVE : null;
  }

  /** INA-2 if the key was rotated, INA-1 if not. */
  private Cause expired(Purpose purpose, KeyIdentifier id, Optional<KeyStore> store) {
    Optional<KeyIdentifier> successor =
        id.version().isEmpty() ? Optional.empty() : store.flatMap(s -> newer(s, id));
    Cause.Kind kind = successor.isPresent() ? Cause.Kind.VERSION_EXPIRED : Cause.Kind.KEY_EXPIRED;
    return new Cause(purpose, kind, id.key(), Optional.of(id), successor);
  }

  private Optional<KeyIdentifier> newer(KeyStore store, KeyIdentifier id) {
    try {
      return cloud.keyStores().versions(store, id.key()).stream()
          .takeWhile(version -> !version.id().equals(id))
          .filter(version -> fault(version) == null)
          .map(Key::id)
          .findFirst();
    } catch (CloudFailure unseen) {
      return Optional.empty();
    }
  }

  private Optional<KeyStore> store(Side side, KeyIdentifier id) {
    KeyStore.Kind kind = id.isManagedHsm() ? KeyStore.Kind.MANAGED_HSM : KeyStore.Kind.KEY_VAULT;
    List<KeyStore> found = new ArrayList<>();
    try {
      cloud
          .keyStores()
          .list(kind, side.scope().subscription().id(), new Cancellation(), found::addAll);
    } catch (CloudFailure unseen) {
      return Optional.empty();
    }
    return found.stream().filter(s -> s.host().equalsIgnoreCase(id.host())).findFirst();
  }

  private static Cause cause(
      Purpose purpose, Cause.Kind kind, String thing, Optional<KeyIdentifier> key) {
    return new Cause(purpose, kind, thing, key, Optional.empty());
  }
}
