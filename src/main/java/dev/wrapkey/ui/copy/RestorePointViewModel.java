package dev.wrapkey.ui.copy;

import dev.wrapkey.provisioning.Backup;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.Setup;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.wizard.Input;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The moment to go back to: the newest, one of the person's choice, or a full backup. UTC. */
final class RestorePointViewModel {

  /** The three choices of the portal (portal specification 9.1). */
  enum Kind {
    LATEST,
    CUSTOM,
    FAST
  }

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final Cloud cloud;
  private final Source source;
  private final Optional<Instant> earliest;
  private final Listing<Backup> backups;
  private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.LATEST);
  private final ObjectProperty<@Nullable LocalDate> date = new SimpleObjectProperty<>();
  private final Input time;
  private final ObjectProperty<@Nullable Backup> backup = new SimpleObjectProperty<>();
  private final StringBinding problem;
  private final BooleanExpression complete;

  RestorePointViewModel(Cloud cloud, Tasks tasks, Source source) {
    this.cloud = cloud;
    this.source = source;
    Setup setup = source.server().setup();
    earliest = setup.backup().earliestRestore();
    backups = new Listing<>(tasks);
    Instant first = source.opened().truncatedTo(ChronoUnit.SECONDS);
    date.set(first.atOffset(ZoneOffset.UTC).toLocalDate());
    time =
        new Input(TIME.format(first.atOffset(ZoneOffset.UTC)), RestorePointViewModel::timeProblem);
    time.ask();
    problem = Bindings.createStringBinding(this::problem, kind, date, time.valueProperty());
    complete =
        Bindings.createBooleanBinding(
            () ->
                switch (kind.get()) {
                  case LATEST -> true;
                  case CUSTOM -> custom().isPresent() && problem.get().isEmpty();
                  case FAST -> backup.get() != null;
                },
            kind,
            date,
            time.valueProperty(),
            backup);
    kind.subscribe(this::look);
  }

  private static Optional<String> timeProblem(String text) {
    return time(text).isPresent() ? Optional.empty() : Optional.of(Texts.text("copy.time.form"));
  }

  private static Optional<LocalTime> time(String text) {
    try {
      return Optional.of(LocalTime.parse(text.strip()));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private void look(Kind now) {
    if (now == Kind.FAST && backups.stateProperty().get() == Listing.State.IDLE) {
      backups.loadAll(() -> cloud.servers().backups(source.server().id()));
    }
  }

  /** What was typed, if it is a moment at all. */
  private Optional<Instant> custom() {
    LocalDate day = date.get();
    return day == null
        ? Optional.empty()
        : time(time.text()).map(at -> day.atTime(at).toInstant(ZoneOffset.UTC));
  }

  // From the earliest restore point to the moment when the wizard was opened.
  private String problem() {
    if (kind.get() != Kind.CUSTOM) {
      return "";
    }
    Instant last = source.opened();
    Instant first = earliest.orElse(last);
    return custom()
        .filter(at -> at.isBefore(first.truncatedTo(ChronoUnit.SECONDS)) || at.isAfter(last))
        .map(at -> Texts.text("copy.custom.range", Moments.utc(first), Moments.utc(last)))
        .orElse(date.get() == null ? Texts.text("create.empty") : "");
  }

  /** Whether there are restore points on a day, UTC. */
  boolean hasPoints(LocalDate day) {
    Instant first = earliest.orElse(source.opened());
    return !day.isBefore(first.atOffset(ZoneOffset.UTC).toLocalDate())
        && !day.isAfter(source.opened().atOffset(ZoneOffset.UTC).toLocalDate());
  }

  /** Shows what an opened plan says. */
  void fill(Origin origin) {
    if (origin.isLatest()) {
      kind.set(Kind.LATEST);
    } else {
      origin
          .moment()
          .ifPresent(
              at -> {
                kind.set(Kind.CUSTOM);
                date.set(at.atOffset(ZoneOffset.UTC).toLocalDate());
                time.set(TIME.format(at.atOffset(ZoneOffset.UTC)));
              });
    }
  }

  /** The same with what was chosen. */
  Origin in(Origin newest) {
    return switch (kind.get()) {
      case LATEST -> newest;
      case CUSTOM -> custom().map(at -> newest.at(at)).orElse(newest);
      case FAST -> {
        Backup full = backup.get();
        yield full == null ? newest : newest.of(full);
      }
    };
  }

  /** UTC; empty where the service does not tell. */
  String earliest() {
    return earliest.map(at -> Texts.text("copy.utc", Moments.utc(at))).orElse("");
  }

  ObjectProperty<Kind> kindProperty() {
    return kind;
  }

  ObjectProperty<@Nullable LocalDate> dateProperty() {
    return date;
  }

  Input time() {
    return time;
  }

  Listing<Backup> backups() {
    return backups;
  }

  ObjectProperty<@Nullable Backup> backupProperty() {
    return backup;
  }

  /** Why the custom restore point is none, empty if it is one. */
  StringBinding problemProperty() {
    return problem;
  }

  BooleanExpression completeProperty() {
    return complete;
  }
}
