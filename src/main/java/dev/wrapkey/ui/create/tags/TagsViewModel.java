package dev.wrapkey.ui.create.tags;

import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.TagCheck;
import dev.wrapkey.ui.wizard.Draft;
import dev.wrapkey.ui.wizard.GrowingRows;
import dev.wrapkey.ui.wizard.Step;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;

/** Tags of the server: at most 50, names unique without regard to letter case. */
public final class TagsViewModel implements Step {

  private final Draft draft;
  private final IntegerProperty edits = new SimpleIntegerProperty();
  private final GrowingRows<TagRow> rows;

  public TagsViewModel(Draft draft) {
    this.draft = draft;
    rows = new GrowingRows<>(this::row);
  }

  @Override
  public String id() {
    return "tags";
  }

  @Override
  public BooleanExpression completeProperty() {
    return rows.validProperty();
  }

  @Override
  public void enter() {}

  /** Shows what an opened plan says. */
  public void fill(Plan plan) {
    rows.filled().forEach(rows::remove);
    plan.tags()
        .forEach(
            (name, value) -> {
              TagRow row = rows.last();
              row.name().set(name);
              row.value().set(value);
            });
  }

  @Override
  public void leave() {
    SortedMap<String, String> tags = new TreeMap<>();
    rows.filled().forEach(row -> tags.put(row.name().text(), row.value().text()));
    draft.set(draft.plan().withTags(tags));
  }

  @Override
  public void showProblems() {
    rows.showProblems();
  }

  GrowingRows<TagRow> rows() {
    return rows;
  }

  private TagRow row(GrowingRows<TagRow> all) {
    TagRow fresh = new TagRow((row, name) -> among(all, row, name), edits);
    fresh.name().valueProperty().addListener((o, was, is) -> edits.set(edits.get() + 1));
    return fresh;
  }

  private static Optional<Finding> among(GrowingRows<TagRow> all, TagRow row, String name) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Stream<String> before =
        all.rows().stream()
            .takeWhile(each -> each != row)
            .map(each -> each.name().text())
            .filter(each -> !each.isEmpty());
    return TagCheck.names(Stream.concat(before, Stream.of(name)).toList());
  }
}
