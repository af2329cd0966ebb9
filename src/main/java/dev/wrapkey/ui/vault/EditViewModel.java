package dev.wrapkey.ui.vault;

import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyEdit;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Dates and permitted operations of one version, to be changed. */
public final class EditViewModel {

  /** What a key can be permitted to do (portal specification 3.6). */
  static final List<String> OPERATIONS =
      List.of("wrapKey", "unwrapKey", "encrypt", "decrypt", "sign", "verify");

  private static final DateTimeFormatter SHAPE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private final Key version;
  private final Consumer<KeyEdit> wanted;
  private final StringProperty activates;
  private final StringProperty expires;
  private final ReadOnlyStringWrapper activatesProblem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper expiresProblem = new ReadOnlyStringWrapper("");
  private final Map<String, BooleanProperty> operations = new HashMap<>();

  /**
   * @param version in full
   * @param wanted told what shall be different
   */
  EditViewModel(Key version, Consumer<KeyEdit> wanted) {
    this.version = version;
    this.wanted = wanted;
    activates = new SimpleStringProperty(written(version.life().activates()));
    expires = new SimpleStringProperty(written(version.life().expires()));
    activates.subscribe(() -> activatesProblem.set(""));
    expires.subscribe(() -> expiresProblem.set(""));
    OPERATIONS.forEach(
        each ->
            operations.put(each, new SimpleBooleanProperty(version.operations().contains(each))));
  }

  private static String written(Optional<Instant> moment) {
    return moment.map(m -> Moments.utc(m).substring(0, 16)).orElse("");
  }

  /** What shall be different; empty, with a complaint, if a date cannot be read. */
  public Optional<KeyEdit> read() {
    Optional<Instant> from = read(activates, version.life().activates(), activatesProblem);
    Optional<Instant> to = read(expires, version.life().expires(), expiresProblem);
    boolean legible = activatesProblem.get().isEmpty() && expiresProblem.get().isEmpty();
    Optional<Instant> start = from.or(() -> version.life().activates());
    Optional<Instant> end = to.or(() -> version.life().expires());
    if (legible && start.isPresent() && end.isPresent() && !start.get().isBefore(end.get())) {
      expiresProblem.set(Texts.text("keypage.edit.order"));
      return Optional.empty();
    }
    return legible
        ? Optional.of(new KeyEdit(Optional.empty(), from, to, operations()))
        : Optional.empty();
  }

  /** Hands the change over. */
  public void submit(KeyEdit edit) {
    if (!edit.equals(KeyEdit.NONE)) {
      wanted.accept(edit);
    }
  }

  private Optional<List<String>> operations() {
    List<String> kept = new ArrayList<>(version.operations());
    kept.removeAll(OPERATIONS);
    OPERATIONS.stream().filter(each -> operation(each).get()).forEach(kept::add);
    boolean same =
        kept.size() == version.operations().size() && version.operations().containsAll(kept);
    return same ? Optional.empty() : Optional.of(kept);
  }

  /** The date, if it is another one than before. */
  private static Optional<Instant> read(
      StringProperty entered, Optional<Instant> before, ReadOnlyStringWrapper problem) {
    String text = entered.get().strip();
    problem.set("");
    if (text.equals(written(before))) {
      return Optional.empty();
    }
    if (text.isEmpty()) {
      problem.set(Texts.text("keypage.edit.keep"));
      return Optional.empty();
    }
    try {
      LocalDateTime moment =
          text.length() > 10
              ? LocalDateTime.parse(text, SHAPE)
              : LocalDate.parse(text).atStartOfDay();
      return Optional.of(moment.toInstant(ZoneOffset.UTC));
    } catch (DateTimeException illegible) {
      problem.set(Texts.text("keypage.edit.illegible"));
      return Optional.empty();
    }
  }

  public StringProperty activatesProperty() {
    return activates;
  }

  public StringProperty expiresProperty() {
    return expires;
  }

  ReadOnlyStringProperty activatesProblemProperty() {
    return activatesProblem.getReadOnlyProperty();
  }

  ReadOnlyStringProperty expiresProblemProperty() {
    return expiresProblem.getReadOnlyProperty();
  }

  /** Whether one of {@link #OPERATIONS} is permitted. */
  public BooleanProperty operation(String name) {
    return operations.computeIfAbsent(name, each -> new SimpleBooleanProperty());
  }
}
