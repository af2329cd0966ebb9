package dev.wrapkey.ui.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;

class NarrowedTest {

  private final ObservableList<String> all = FXCollections.observableArrayList();
  private final Narrowed<String> narrowed = new Narrowed<>(all, String::contains);

  @Test
  void whatIsTypedNarrowsTheRowsWithoutRegardToCaseAndBlanks() {
    all.setAll("kv-orders", "kv-ledger", "kv-orders-west");
    narrowed.textProperty().set(" ORDERS ");
    assertThat(narrowed.shown()).containsExactly("kv-orders", "kv-orders-west");
    narrowed.textProperty().set("west");
    assertThat(narrowed.shown()).containsExactly("kv-orders-west");
    narrowed.textProperty().set("");
    assertThat(narrowed.shown()).containsExactly("kv-orders", "kv-ledger", "kv-orders-west");
  }

  @Test
  void rowsThatArriveLaterAreNarrowedToo() {
    narrowed.textProperty().set("orders");
    all.addAll(List.of("kv-ledger", "kv-orders"));
    all.addAll(List.of("kv-orders-2", "kv-other"));
    assertThat(narrowed.shown()).containsExactly("kv-orders", "kv-orders-2");
    all.addFirst("kv-orders-0");
    assertThat(narrowed.shown()).containsExactly("kv-orders-0", "kv-orders", "kv-orders-2");
    all.clear();
    assertThat(narrowed.shown()).isEmpty();
  }

  @Test
  void aLetterIsOneChangeHoweverManyRowsGo() {
    for (int i = 0; i < 1000; i++) {
      all.add((i % 2 == 0 ? "orders" : "ledger") + i);
    }
    int[] changes = {0};
    narrowed
        .shown()
        .addListener(
            (ListChangeListener<String>)
                change -> {
                  while (change.next()) {
                    changes[0]++;
                  }
                });
    narrowed.textProperty().set("o");
    assertThat(changes[0]).isEqualTo(1);
    assertThat(narrowed.shown()).hasSize(500);
  }
}
