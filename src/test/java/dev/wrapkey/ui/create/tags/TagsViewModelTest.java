package dev.wrapkey.ui.create.tags;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.Drafts;
import dev.wrapkey.ui.wizard.Draft;
import org.junit.jupiter.api.Test;

class TagsViewModelTest {

  private final Draft draft = Drafts.blank();
  private final TagsViewModel tags = new TagsViewModel(draft);

  private TagRow tag(String name, String value) {
    TagRow row = tags.rows().last();
    row.name().set(name);
    row.value().set(value);
    return row;
  }

  @Test
  void writesFilledRowsIntoThePlan() {
    tag("environment", "practice");
    tag("owner", "");
    tags.leave();
    assertThat(draft.plan().tags())
        .containsEntry("environment", "practice")
        .containsEntry("owner", "")
        .hasSize(2);
  }

  @Test
  void TAG_5_aNameThatStandsTwiceIsRefusedWithoutRegardToCase() {
    tag("Owner", "a");
    TagRow second = tag("owner", "b");
    assertThat(second.name().problemProperty().get()).isNotEmpty();
    assertThat(tags.completeProperty().get()).isFalse();
  }

  @Test
  void mendingTheFirstOfTwoEqualNamesMendsTheSecond() {
    TagRow first = tag("owner", "a");
    TagRow second = tag("owner", "b");
    first.name().set("team");
    assertThat(second.name().problemProperty().get()).isEmpty();
    assertThat(tags.completeProperty().get()).isTrue();
  }

  @Test
  void TAG_4_aNameWithAForbiddenCharacterIsRefused() {
    assertThat(tag("a/b", "x").name().problemProperty().get()).isNotEmpty();
    assertThat(tags.completeProperty().get()).isFalse();
  }

  @Test
  void aValueWithoutANameIsRefusedInItsRow() {
    assertThat(tag("", "orphan").name().problemProperty().get()).isNotEmpty();
    assertThat(tags.completeProperty().get()).isFalse();
  }
}
