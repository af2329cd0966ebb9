package dev.wrapkey.ui.health;

import dev.wrapkey.health.Gap;
import dev.wrapkey.health.HealthLine;
import dev.wrapkey.provisioning.ResourceId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** Which keys are shown. */
final class Filters {

  private final FilteredList<HealthLine> shown;
  private final StringProperty text = new SimpleStringProperty("");
  private final Map<Facet, StringProperty> wanted = new EnumMap<>(Facet.class);
  private final Map<Facet, ObservableList<String>> offered = new EnumMap<>(Facet.class);

  Filters(ObservableList<HealthLine> all) {
    shown = new FilteredList<>(all);
    text.subscribe(this::filter);
    for (Facet facet : Facet.values()) {
      StringProperty value = new SimpleStringProperty("");
      wanted.put(facet, value);
      offered.put(facet, FXCollections.observableArrayList(""));
      value.subscribe(this::filter);
    }
  }

  /** Offers what the keys have. */
  void offer(List<HealthLine> all) {
    for (Facet facet : Facet.values()) {
      Stream<String> values =
          facet == Facet.URGENCY
              ? all.stream().sorted(HealthLine.BY_URGENCY).map(facet::of)
              : all.stream().map(facet::of).sorted(String.CASE_INSENSITIVE_ORDER);
      List<String> found =
          Stream.concat(Stream.of(""), values.filter(value -> !value.isEmpty()))
              .distinct()
              .toList();
      if (!found.equals(offered(facet))) {
        String before = value(facet).get();
        offered(facet).setAll(found);
        value(facet).set(found.contains(before) ? before : "");
      }
    }
  }

  /** Shows all. */
  void clear() {
    text.set("");
    wanted.values().forEach(value -> value.set(""));
  }

  private void filter() {
    shown.setPredicate(this::fits);
  }

  private boolean fits(HealthLine line) {
    return matches(line)
        && wanted.entrySet().stream()
            .allMatch(
                one ->
                    one.getValue().get().isEmpty()
                        || one.getKey().of(line).equals(one.getValue().get()));
  }

  private boolean matches(HealthLine line) {
    String words = text.get().strip().toLowerCase(Locale.ROOT);
    return words.isEmpty()
        || Stream.concat(
                Stream.of(
                    line.server().name(),
                    line.server().state(),
                    line.server().id().resourceGroup(),
                    line.health().region(),
                    line.health().subscription().name(),
                    HealthWords.keyName(line),
                    line.key().flatMap(k -> k.identity()).map(ResourceId::name).orElse("")),
                line.gaps().stream().map(Gap::rule))
            .anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(words));
  }

  /** The keys that fit. */
  FilteredList<HealthLine> shown() {
    return shown;
  }

  StringProperty textProperty() {
    return text;
  }

  /** What is wanted of a facet; empty for all. */
  StringProperty value(Facet facet) {
    return Objects.requireNonNull(wanted.get(facet));
  }

  /** What there is of a facet, and first the empty text for all. */
  ObservableList<String> offered(Facet facet) {
    return Objects.requireNonNull(offered.get(facet));
  }
}
