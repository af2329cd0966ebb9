package dev.wrapkey.ui.rulebook;

import dev.wrapkey.rules.Profile;
import dev.wrapkey.rules.Rule;
import dev.wrapkey.rules.Severity;
import dev.wrapkey.ui.view.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The rules, filtered. What older documents say stands below what rules it. */
public final class RulebookViewModel {

  private final List<Rule> rules;
  private final ObservableList<RuleRow> rows = FXCollections.observableArrayList();
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObjectProperty<Optional<Severity>> severity =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<Profile>> profile =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");

  public RulebookViewModel(List<Rule> rules) {
    this.rules = List.copyOf(rules);
    filter.subscribe(words -> show());
    severity.subscribe(wanted -> show());
    profile.subscribe(wanted -> show());
  }

  private void show() {
    List<RuleRow> fitting = new ArrayList<>();
    int shown = 0;
    for (Rule each : rules) {
      List<RuleRow> group = RuleRow.of(each, profile.get());
      if (fits(group)) {
        fitting.addAll(group);
        shown++;
      }
    }
    rows.setAll(fitting);
    count.set(Texts.text("rulebook.count", shown, rules.size()));
  }

  private boolean fits(List<RuleRow> group) {
    return !group.isEmpty()
        && severity.get().filter(wanted -> group.getFirst().severity() != wanted).isEmpty()
        && group.stream().anyMatch(row -> row.matches(filter.get()));
  }

  /** Takes every filter away. */
  public void clear() {
    filter.set("");
    severity.set(Optional.empty());
    profile.set(Optional.empty());
  }

  /** The first row of a rule, with every filter away; empty if there is no such rule. */
  Optional<RuleRow> find(String id) {
    clear();
    return rows.stream().filter(row -> row.id().equals(id)).findFirst();
  }

  /** These rows as text, or all that are shown if there are none. */
  String copy(List<RuleRow> chosen) {
    return (chosen.isEmpty() ? rows : chosen)
        .stream().map(RuleRow::copy).collect(Collectors.joining("\n"));
  }

  public ObservableList<RuleRow> rows() {
    return rows;
  }

  public StringProperty filterProperty() {
    return filter;
  }

  public ObjectProperty<Optional<Severity>> severityProperty() {
    return severity;
  }

  public ObjectProperty<Optional<Profile>> profileProperty() {
    return profile;
  }

  /** How many rules are shown, of how many. */
  public ReadOnlyStringProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  static List<Optional<Severity>> severities() {
    return choices(Severity.values());
  }

  static List<Optional<Profile>> profiles() {
    return choices(Profile.values());
  }

  private static <T> List<Optional<T>> choices(T[] all) {
    return Stream.concat(Stream.of(Optional.<T>empty()), Stream.of(all).map(Optional::of)).toList();
  }
}
