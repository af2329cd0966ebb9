package dev.wrapkey.ui.vault;

import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** One key as its store's page shows it; what the listing does not tell comes later. */
public final class KeyRow {

  private final Key key;
  private final Instant now;
  private final ReadOnlyObjectWrapper<Said> type = new ReadOnlyObjectWrapper<>(Said.busy());
  private final ReadOnlyObjectWrapper<Said> version = new ReadOnlyObjectWrapper<>(Said.busy());
  private final ReadOnlyObjectWrapper<Said> rotation = new ReadOnlyObjectWrapper<>(Said.busy());

  KeyRow(Key key, Instant now) {
    this.key = key;
    this.now = now;
  }

  KeyIdentifier id() {
    return key.id();
  }

  String name() {
    return key.id().key();
  }

  Said state() {
    return VersionState.of(key.life(), now);
  }

  String created() {
    return Moments.day(key.life().created());
  }

  Said expires() {
    return VersionState.expiry(key.life(), now);
  }

  ObservableValue<Said> type() {
    return type.getReadOnlyProperty();
  }

  ObservableValue<Said> version() {
    return version.getReadOnlyProperty();
  }

  ObservableValue<Said> rotation() {
    return rotation.getReadOnlyProperty();
  }

  /** Takes what was found out about the newest version; empty where nothing could be. */
  void tellNewest(Optional<Key> newest) {
    type.set(Said.plain(newest.map(VersionState::type).orElse(Texts.text("vault.untold"))));
    version.set(Said.plain(newest.map(VersionState::brief).orElse(Texts.text("vault.untold"))));
  }

  /** Takes whether a policy rotates the key; empty where it is not told. */
  void tellRotation(Optional<Boolean> rotates) {
    rotation.set(
        rotates
            .map(
                on ->
                    on
                        ? new Said(StatusLabel.Kind.OK, Texts.text("vault.rotation.yes"))
                        : Said.plain(Texts.text("vault.rotation.no")))
            .orElseGet(() -> Said.plain(Texts.text("vault.untold"))));
  }

  boolean matches(String words) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    return Stream.of(name(), state().text(), type.get().text(), created())
        .anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(wanted));
  }
}
