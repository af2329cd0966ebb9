package dev.wrapkey.ui.vault;

import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.RotationPolicy;
import dev.wrapkey.provisioning.RotationPolicy.From;
import dev.wrapkey.provisioning.RotationPolicy.Trigger;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The rotation policy of a key, to be changed (portal specification 3.6). */
public final class PolicyViewModel {

  private static final int LEAST_DAYS = 7;
  private static final int DAYS_OF_MONTH = 28;

  /** A number and what it counts, with what is wrong with it. */
  static final class Span {

    private final StringProperty number = new SimpleStringProperty("");
    private final ObjectProperty<Length.Unit> unit = new SimpleObjectProperty<>(Length.Unit.DAYS);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    private Span() {
      number.subscribe(() -> problem.set(""));
      unit.subscribe(() -> problem.set(""));
    }

    private void set(Period length) {
      number.set(Length.entry(length));
      Length.unit(length).ifPresent(unit::set);
    }

    private Optional<Period> read(boolean required) {
      problem.set("");
      if (number.get().isBlank() && !required) {
        return Optional.empty();
      }
      Optional<Period> length = Length.parse(number.get(), unit.get());
      if (length.isEmpty()) {
        problem.set(Texts.text("policy.illegible"));
      }
      return length;
    }

    StringProperty numberProperty() {
      return number;
    }

    ObjectProperty<Length.Unit> unitProperty() {
      return unit;
    }

    ReadOnlyStringProperty problemProperty() {
      return problem.getReadOnlyProperty();
    }
  }

  private final Key newest;
  private final Consumer<RotationPolicy> keep;
  private final Span expiry = new Span();
  private final Span rotation = new Span();
  private final Span notice = new Span();
  private final BooleanProperty rotates = new SimpleBooleanProperty();
  private final BooleanProperty notifies = new SimpleBooleanProperty();
  private final ObjectProperty<From> from = new SimpleObjectProperty<>(From.AFTER_CREATION);
  private final StringExpression next;

  /**
   * @param newest the newest version of the key
   * @param policy as it is
   * @param keep told what it shall be
   */
  PolicyViewModel(Key newest, RotationPolicy policy, Consumer<RotationPolicy> keep) {
    this.newest = newest;
    this.keep = keep;
    expiry.set(policy.expiry().orElse(Period.ofYears(2)));
    expiry.number.set(policy.expiry().map(Length::entry).orElse(""));
    rotates.set(policy.rotate().isPresent());
    from.set(policy.rotate().map(Trigger::from).orElse(From.AFTER_CREATION));
    rotation.set(policy.rotate().map(Trigger::length).orElse(Period.ofMonths(18)));
    notifies.set(policy.notice().isPresent());
    notice.set(policy.notice().map(Trigger::length).orElse(Period.ofDays(30)));
    next =
        Bindings.createStringBinding(
            this::next, rotates, from, rotation.number, rotation.unit, expiry.number);
  }

  private String next() {
    if (!rotates.get()) {
      return Texts.text("policy.next.none");
    }
    return Length.parse(rotation.number.get(), rotation.unit.get())
        .flatMap(length -> new Trigger(from.get(), length).moment(newest.life()))
        .map(moment -> Texts.text("policy.next.at", Moments.moment(moment)))
        .orElse(Texts.text("policy.next.unknown"));
  }

  /** Hands the policy over. Returns false, and complains, if something is wrong with it. */
  public boolean submit() {
    Optional<Period> life = expiry.read(false);
    Optional<Period> turn = rotates.get() ? rotation.read(true) : Optional.empty();
    Optional<Period> warning = notifies.get() ? notice.read(true) : Optional.empty();
    if (turn.filter(length -> days(length) < LEAST_DAYS).isPresent()) {
      rotation.problem.set(Texts.text("policy.short", LEAST_DAYS));
    }
    if (turn.isPresent() && from.get() == From.BEFORE_EXPIRY && expiry.number.get().isBlank()) {
      expiry.problem.set(Texts.text("policy.needs.expiry"));
    }
    boolean right =
        Stream.of(expiry, rotation, notice).allMatch(span -> span.problem.get().isEmpty());
    if (right) {
      keep.accept(
          new RotationPolicy(
              life,
              turn.map(length -> new Trigger(from.get(), length)),
              warning.map(length -> new Trigger(From.BEFORE_EXPIRY, length))));
    }
    return right;
  }

  private static long days(Period length) {
    return length.toTotalMonths() * DAYS_OF_MONTH + length.getDays();
  }

  Span expiry() {
    return expiry;
  }

  Span rotation() {
    return rotation;
  }

  Span notice() {
    return notice;
  }

  List<From> froms() {
    return List.of(From.values());
  }

  /** Whether the store makes new versions by itself. */
  public BooleanProperty rotatesProperty() {
    return rotates;
  }

  /** Whether the store tells before a version expires. */
  public BooleanProperty notifiesProperty() {
    return notifies;
  }

  public ObjectProperty<From> fromProperty() {
    return from;
  }

  /** When the next version will be made, in words. */
  public StringExpression nextProperty() {
    return next;
  }
}
