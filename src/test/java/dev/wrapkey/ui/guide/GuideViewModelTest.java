package dev.wrapkey.ui.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GuideViewModelTest {

  private final GuideViewModel guide = new GuideViewModel(new Guide());

  private String shown() {
    return guide.pageProperty().get().path();
  }

  @Test
  void itBeginsWithTheContents() {
    assertThat(shown()).isEqualTo("guide/index.md");
    assertThat(guide.returnableProperty().get()).isFalse();
  }

  @Test
  void aTopicOpensItsPageAndAnUnknownOneTheContents() {
    guide.openTopic("rotate-a-key");
    assertThat(guide.pageProperty().get().title()).isEqualTo("Rotate the key of one server");
    guide.openTopic("nothing");
    assertThat(shown()).isEqualTo("guide/index.md");
  }

  @Test
  void backLeadsThroughThePagesInTheOtherOrder() {
    guide.openTopic("record");
    guide.openTopic("rules");
    guide.openTopic("rules");
    guide.back();
    assertThat(shown()).isEqualTo("guide/record.md");
    guide.back();
    assertThat(shown()).isEqualTo("guide/index.md");
    assertThat(guide.returnableProperty().get()).isFalse();
    guide.back();
    assertThat(shown()).isEqualTo("guide/index.md");
  }

  @Test
  void theDocumentsBehindTheGuideAreShippedToo() {
    guide.openTopic("rotate-a-key");
    String behind = guide.pageProperty().get().resolve("../rotation.md");
    assertThat(behind).isEqualTo("rotation.md");
    guide.open(behind);
    assertThat(guide.pageProperty().get().title()).isEqualTo("Guided rotation");
    assertThat(guide.pageProperty().get().resolve("decisions/safety-gate.md#why"))
        .isEqualTo("decisions/safety-gate.md");
    assertThat(guide.has("decisions/safety-gate.md")).isTrue();
    assertThat(guide.has("../INVARIANTS.md")).isFalse();
  }

  @Test
  void aSearchFindsThePagesThatHaveEveryWordTheBestFirst() {
    guide.queryProperty().set("Canaries");
    assertThat(guide.hitsProperty().get())
        .first()
        .satisfies(
            hit -> {
              assertThat(hit.page().path()).isEqualTo("guide/rotate-many.md");
              assertThat(hit.around().toLowerCase()).contains("canaries");
            });
    guide.queryProperty().set("fingerprint record");
    assertThat(guide.hitsProperty().get())
        .extracting(hit -> hit.page().path())
        .startsWith("guide/record.md");
    guide.queryProperty().set("zebra");
    assertThat(guide.hitsProperty().get()).isEmpty();
    guide.queryProperty().set("  ");
    assertThat(guide.hitsProperty().get()).isEmpty();
  }

  @Test
  void openingAPageEndsTheSearch() {
    guide.queryProperty().set("zebra");
    guide.openTopic("rules");
    assertThat(guide.queryProperty().get()).isEmpty();
    assertThat(shown()).isEqualTo("guide/rules.md");
  }
}
