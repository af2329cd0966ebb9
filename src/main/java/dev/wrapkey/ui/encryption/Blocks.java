package dev.wrapkey.ui.encryption;

import dev.wrapkey.preflight.Subject;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.DataEncryption.Mode;
import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.GeoKeyCheck;
import dev.wrapkey.rules.Profile;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.task.Tasks;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** The server's own key, and the one for geo-redundant backup where it has one. */
final class Blocks {

  private final BlockViewModel primary;
  private final BlockViewModel geo;
  private final ReadOnlyBooleanWrapper two = new ReadOnlyBooleanWrapper();
  private final StringBinding sameIdentity;
  private final BooleanExpression dirty;
  private final BooleanExpression ready;

  Blocks(Cloud cloud, Tasks tasks, Time time, ResourceId server) {
    primary = new BlockViewModel(cloud, tasks, time, server);
    geo = new BlockViewModel(cloud, tasks, time, server);
    sameIdentity =
        Bindings.createStringBinding(
            this::same, two, primary.identityProperty(), geo.identityProperty());
    dirty = primary.dirtyProperty().or(two.and(geo.dirtyProperty()));
    ready =
        primary
            .readyProperty()
            .and(two.not().or(geo.readyProperty()))
            .and(sameIdentity.isEmpty())
            .and(
                Bindings.createBooleanBinding(
                    () -> primary.key().isPresent(), primary.choice().keyProperty()))
            .and(
                Bindings.createBooleanBinding(
                    () -> !two.get() || geo.key().isPresent(), two, geo.choice().keyProperty()));
  }

  /** Asks the cloud again whether identities and keys go together. */
  void prove() {
    primary.choice().prove();
    if (two.get()) {
      geo.choice().prove();
    }
  }

  void judgeBy(Supplier<Profile> profile) {
    primary.choice().judgeBy(profile);
    geo.choice().judgeBy(profile);
  }

  /** Where the key panes lead to the page of a key. */
  void openKeysWith(BiConsumer<KeyStore, KeyIdentifier> way) {
    primary.choice().openKeysWith(way);
    geo.choice().openKeysWith(way);
  }

  /** Told when another identity or key is chosen. */
  void onChange(Runnable told) {
    for (BlockViewModel block : List.of(primary, geo)) {
      block.identityProperty().subscribe((was, is) -> told.run());
      block.choice().keyProperty().subscribe((was, is) -> told.run());
    }
  }

  /** What is to be proven before a save; empty if there is nothing that could be saved. */
  Optional<Subject> subject(Optional<Present> base) {
    return base.filter(now -> State.of(now) == State.CUSTOMER_MANAGED)
        .map(now -> now.subject().with(wanted(now)));
  }

  void show(Present now) {
    two.set(now.geo().isPresent());
    primary.show(now.primary());
    now.geo().ifPresent(geo::show);
  }

  void rebase(Present now) {
    two.set(now.geo().isPresent());
    primary.rebase(now.primary());
    now.geo().ifPresent(geo::rebase);
  }

  /** Both pairs as they will be sent (BLD-12, CMK-26). */
  DataEncryption wanted(Present base) {
    return new DataEncryption(
        Mode.CUSTOMER_MANAGED,
        primary.key(),
        primary.identity(),
        Optional.empty(),
        base.geo().flatMap(side -> second()));
  }

  private Optional<GeoEncryption> second() {
    return geo.key()
        .flatMap(key -> geo.identity().map(user -> new GeoEncryption(key, user, Optional.empty())));
  }

  private String same() {
    ManagedIdentity first = primary.identityProperty().get();
    ManagedIdentity second = geo.identityProperty().get();
    return !two.get() || first == null || second == null
        ? ""
        : GeoKeyCheck.identities(first.id(), second.id()).map(Finding::message).orElse("");
  }

  BlockViewModel primary() {
    return primary;
  }

  BlockViewModel geo() {
    return geo;
  }

  /** Whether the server has a second key. */
  ReadOnlyBooleanProperty twoProperty() {
    return two.getReadOnlyProperty();
  }

  /** What is wrong with the two identities together, empty for nothing (CMK-22). */
  StringBinding sameIdentityProperty() {
    return sameIdentity;
  }

  BooleanExpression dirtyProperty() {
    return dirty;
  }

  BooleanExpression readyProperty() {
    return ready;
  }
}
