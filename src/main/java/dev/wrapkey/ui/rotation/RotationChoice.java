package dev.wrapkey.ui.rotation;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.KeyUser.Purpose;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.rotation.RotationOrder;
import dev.wrapkey.rules.Profile;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.choice.ChoiceViewModel;
import dev.wrapkey.ui.task.Tasks;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** What a rotation shall do: which keys, which way. */
final class RotationChoice {

  /** The ways to another version. */
  enum How {
    /** The key store makes a new version of the key that the server has. */
    NEW_VERSION,
    /** A key, version or identity that exists. */
    OTHER
  }

  private final ReadOnlyObjectWrapper<@Nullable Reading> reading = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<How> how = new SimpleObjectProperty<>(How.NEW_VERSION);
  private final BooleanProperty primary = new SimpleBooleanProperty(true);
  private final BooleanProperty geo = new SimpleBooleanProperty(true);
  private final ChoiceViewModel key;
  private final ChoiceViewModel geoKey;
  private final ObjectBinding<Optional<RotationOrder>> order;

  RotationChoice(Cloud cloud, Tasks tasks, Time time) {
    key = new ChoiceViewModel(cloud, tasks, time);
    geoKey = new ChoiceViewModel(cloud, tasks, time);
    order =
        Bindings.createObjectBinding(
            this::current,
            reading,
            how,
            primary,
            geo,
            key.keyProperty(),
            key.identityProperty(),
            key.completeProperty(),
            geoKey.keyProperty(),
            geoKey.identityProperty(),
            geoKey.completeProperty());
  }

  /** Begins with what the server has. */
  void show(Reading now) {
    reading.set(now);
    DataEncryption encryption = now.server().encryption();
    key.scopeProperty().set(now.scope());
    key.startFrom(now.identity().orElse(null), encryption.key());
    geoKey.scopeProperty().set(now.geoScope());
    geoKey.startFrom(now.geoIdentity().orElse(null), encryption.geo().map(GeoEncryption::key));
  }

  /** Where the key panes lead to the page of a key, and by whose rules keys are judged. */
  void settle(BiConsumer<KeyStore, KeyIdentifier> way, Supplier<Profile> profile) {
    for (ChoiceViewModel each : List.of(key, geoKey)) {
      each.openKeysWith(way);
      each.judgeBy(profile);
    }
  }

  private Optional<RotationOrder> current() {
    Reading now = reading.get();
    if (now == null || !now.isCustomerManaged()) {
      return Optional.empty();
    }
    return how.get() == How.NEW_VERSION ? newVersion(now) : other(now);
  }

  private Optional<RotationOrder> newVersion(Reading now) {
    Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
    if (primary.get() || !now.hasSecondKey()) {
      purposes.add(Purpose.PRIMARY);
    }
    if (geo.get() && now.hasSecondKey()) {
      purposes.add(Purpose.GEO_BACKUP);
    }
    return purposes.isEmpty()
        ? Optional.empty()
        : Optional.of(RotationOrder.newVersion(now.server(), purposes));
  }

  private Optional<RotationOrder> other(Reading now) {
    DataEncryption base = now.server().encryption();
    Optional<KeyIdentifier> chosen = key.keyProperty().get();
    Optional<ResourceId> user = user(key, base.identity());
    if (chosen.isEmpty() || user.isEmpty()) {
      return Optional.empty();
    }
    DataEncryption wanted =
        DataEncryption.customerManaged(chosen.get(), user.get()).withGeo(second(base));
    boolean different = !wanted.usesTheSameAs(base);
    boolean proven = key.completeProperty().get() && (!now.hasSecondKey() || proven(base));
    return different && proven
        ? Optional.of(RotationOrder.to(now.server(), wanted))
        : Optional.empty();
  }

  private boolean proven(DataEncryption base) {
    boolean same = geoKey.keyProperty().get().equals(base.geo().map(GeoEncryption::key));
    return same || geoKey.completeProperty().get();
  }

  private Optional<GeoEncryption> second(DataEncryption base) {
    return base.geo()
        .map(
            present ->
                new GeoEncryption(
                    geoKey.keyProperty().get().orElse(present.key()),
                    user(geoKey, Optional.of(present.identity())).orElse(present.identity()),
                    Optional.empty()));
  }

  private static Optional<ResourceId> user(ChoiceViewModel of, Optional<ResourceId> present) {
    return Optional.ofNullable(of.identityProperty().get())
        .map(ManagedIdentity::id)
        .or(() -> present);
  }

  /** What was read of the server; null until it has been. */
  ReadOnlyObjectProperty<@Nullable Reading> readingProperty() {
    return reading.getReadOnlyProperty();
  }

  ObjectProperty<How> howProperty() {
    return how;
  }

  /** Whether the server's own key gets a new version. */
  BooleanProperty primaryProperty() {
    return primary;
  }

  /** Whether the key for the geo-redundant backup gets a new version. */
  BooleanProperty geoProperty() {
    return geo;
  }

  ChoiceViewModel key() {
    return key;
  }

  ChoiceViewModel geoKey() {
    return geoKey;
  }

  /** What is to be done; empty while something is missing, wrong or the same as it is. */
  ObjectBinding<Optional<RotationOrder>> orderProperty() {
    return order;
  }
}
