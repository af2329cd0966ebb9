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

  @Test
  void rowsThatWereEmptiedAgainDoNotCountAsEqualNames() {
    TagRow first = tag("a", "1");
    TagRow second = tag("b", "2");
    TagRow third = tag("owner", "3");
    for (TagRow row : java.util.List.of(first, second)) {
      row.name().set("");
      row.value().set("");
    }
    assertThat(third.name().problemProperty().get()).isEmpty();
    assertThat(first.name().problemProperty().get()).isEmpty();
    assertThat(second.name().problemProperty().get()).isEmpty();
    assertThat(tags.completeProperty().get()).isTrue();
    tags.leave();
    assertThat(draft.plan().tags()).containsOnlyKeys("owner");
  }

  @Test
  void TAG_1_theFiftyFirstTagIsRefused() {
    for (int i = 1; i <= 50; i++) {
      tag("tag" + i, "");
    }
    assertThat(tags.completeProperty().get()).isTrue();
    TagRow one = tag("tag51", "");
    assertThat(one.name().problemProperty().get()).contains("at most 50");
    assertThat(tags.completeProperty().get()).isFalse();
  }

  @Test
  void TAG_2_aNameOfMoreThan512CharactersIsRefused() {
    assertThat(tag("n".repeat(513), "x").name().problemProperty().get())
        .isEqualTo("A tag name can have at most 512 characters.");
    assertThat(tags.completeProperty().get()).isFalse();
  }

  @Test
  void TAG_3_aValueOfMoreThan256CharactersIsRefused() {
    assertThat(tag("n", "v".repeat(257)).name().problemProperty().get())
        .isEqualTo("A tag value can have at most 256 characters.");
    assertThat(tags.completeProperty().get()).isFalse();
  }

  @Test
  void TAG_6_aValueNeedsAName() {
    assertThat(tag("", "orphan").name().problemProperty().get()).isEqualTo("The tag needs a name.");
  }
}
