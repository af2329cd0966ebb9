package dev.wrapkey.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.BooleanExpression;
import org.junit.jupiter.api.Test;

class GrowingRowsTest {

  private static final class Word implements GrowingRows.Row {
    private final Input text =
        new Input("", t -> t.equals("bad") ? Optional.of("bad") : Optional.empty());
    private final BooleanExpression empty = text.valueProperty().isEmpty();

    @Override
    public BooleanExpression emptyProperty() {
      return empty;
    }

    @Override
    public BooleanExpression validProperty() {
      return text.validProperty();
    }

    @Override
    public void showProblems() {
      text.ask();
    }
  }

  private final GrowingRows<Word> rows = new GrowingRows<>(all -> new Word());

  @Test
  void whoeverWatchesTheRowsIsToldOfEachNewOneEvenAfterTheCollectorHasRun() {
    List<Integer> sizes = new ArrayList<>();
    rows.rows().addListener((InvalidationListener) o -> sizes.add(rows.rows().size()));
    System.gc();
    rows.last().text.set("one");
    System.gc();
    rows.last().text.set("two");
    assertThat(sizes).containsExactly(2, 3);
  }

  @Test
  void oneBadRowMakesAllOfThemInvalidUntilItIsMendedOrRemoved() {
    Word bad = rows.last();
    bad.text.set("bad");
    assertThat(rows.validProperty().get()).isFalse();
    rows.remove(bad);
    assertThat(rows.validProperty().get()).isTrue();
    assertThat(rows.rows()).hasSize(1);
  }

  @Test
  void aRowInTheMiddleThatIsEmptiedStaysAndDoesNotCount() {
    rows.last().text.set("one");
    Word second = rows.last();
    second.text.set("bad");
    rows.last().text.set("two");
    second.text.set("");
    assertThat(rows.rows()).hasSize(4);
    assertThat(rows.filled()).hasSize(2);
    assertThat(rows.validProperty().get()).isTrue();
  }
}
