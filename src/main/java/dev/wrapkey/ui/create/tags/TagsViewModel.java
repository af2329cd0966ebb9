package dev.wrapkey.ui.create.tags;

import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.TagCheck;
import dev.wrapkey.ui.wizard.Draft;
import dev.wrapkey.ui.wizard.GrowingRows;
import dev.wrapkey.ui.wizard.Step;
import java.util.List;
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

  private TagRow row() {
    TagRow row = new TagRow(this::among, edits);
    row.name().valueProperty().addListener((o, was, is) -> edits.set(edits.get() + 1));
    return row;
  }

  private Optional<Finding> among(TagRow row) {
    List<String> names =
        Stream.concat(rows.rows().stream().takeWhile(before -> before != row), Stream.of(row))
            .map(r -> r.name().text())
            .toList();
    return TagCheck.names(names);
  }
}
