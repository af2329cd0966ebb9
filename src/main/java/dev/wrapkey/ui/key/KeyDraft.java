package dev.wrapkey.ui.key;

import dev.wrapkey.provisioning.KeyOrder;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.ui.view.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What a person wants of a new key. */
public final class KeyDraft {

  /** To choose from. */
  static final List<Integer> SIZES = List.of(2048, 3072, 4096);

  private static final int USUAL_SIZE = 4096;
  private static final Pattern NAME = Pattern.compile("[0-9A-Za-z-]{1,127}");

  private final Entry name = new Entry();
  private final Entry activates = new Entry();
  private final Entry expires = new Entry();
  private final ObjectProperty<Integer> size = new SimpleObjectProperty<>(USUAL_SIZE);
  private final BooleanProperty hardware = new SimpleBooleanProperty();
  private final BooleanProperty enabled = new SimpleBooleanProperty(true);

  Entry name() {
    return name;
  }

  Entry activates() {
    return activates;
  }

  Entry expires() {
    return expires;
  }

  ObjectProperty<Integer> sizeProperty() {
    return size;
  }

  /** Whether the key shall be kept in a hardware security module. */
  BooleanProperty hardwareProperty() {
    return hardware;
  }

  BooleanProperty enabledProperty() {
    return enabled;
  }

  void clear() {
    List.of(name, activates, expires).forEach(Entry::clear);
    size.set(USUAL_SIZE);
    hardware.set(false);
    enabled.set(true);
  }

  void excuse() {
    List.of(name, activates, expires).forEach(Entry::excuse);
  }

  /** A managed HSM has nothing but hardware, a standard vault none. */
  boolean isForHardware(KeyStore into) {
    return into.kind() == KeyStore.Kind.MANAGED_HSM || into.hardware() && hardware.get();
  }

  /** Whether the name is legal; complains if it is not. */
  boolean isNamed() {
    boolean legal = NAME.matcher(name.trimmed()).matches();
    name.complain(legal ? "" : Texts.text("key.new.name.illegal"));
    return legal;
  }

  /** The order for a key, or a complaint at what is wrong. */
  Optional<KeyOrder> order(KeyStore into) {
    boolean named = isNamed();
    Optional<Instant> from = day(activates);
    Optional<Instant> to = day(expires);
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      expires.complain(Texts.text("key.new.dates"));
    }
    return named && activates.isRight() && expires.isRight()
        ? Optional.of(
            new KeyOrder(size.get(), isForHardware(into), enabled.get(), from, to, List.of()))
        : Optional.empty();
  }

  private static Optional<Instant> day(Entry written) {
    if (written.trimmed().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.parse(written.trimmed()).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeParseException _) {
      written.complain(Texts.text("key.new.date.illegal"));
      return Optional.empty();
    }
  }
}
