package dev.wrapkey.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.BooleanExpression;
import org.junit.jupiter.api.Test;

class GrowingRowsTest {

  private final GrowingRows<Word> rows = new GrowingRows<>(all -> new Word());

  private static final class Word implements GrowingRows.Row {

    private final Input text =
        new Input("", t -> t.length() > 3 ? Optional.of("long") : Optional.empty());
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

  @Test
  void whoeverListensIsToldOfNewRowsAlsoAfterMemoryWasTidied() {
    List<Integer> told = new ArrayList<>();
    rows.rows().addListener((InvalidationListener) o -> told.add(1));
    System.gc();
    rows.last().text.set("one");
    assertThat(told).isNotEmpty();
    assertThat(rows.rows()).as("one list for all").isSameAs(rows.rows());
  }

  @Test
  void aRowInTheMiddleThatIsEmptiedStaysAndDoesNotCount() {
    rows.last().text.set("one");
    Word second = rows.last();
    second.text.set("wrong");
    rows.last().text.set("two");
    assertThat(rows.validProperty().get()).isFalse();
    second.text.set("");
    assertThat(rows.rows()).hasSize(4);
    assertThat(rows.filled()).hasSize(2);
    assertThat(rows.validProperty().get()).isTrue();
  }
}
