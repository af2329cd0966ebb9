package dev.wrapkey.ui.create.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.catalog.PriceList;
import dev.wrapkey.provisioning.Plan;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs in a process of its own, which speaks German. */
@Tag("german")
class CostGermanTest {

  @Test
  void moneyHasACommaBeforeTheCents() {
    CostViewModel cost =
        new CostViewModel(
            new SimpleObjectProperty<>(Plan.Configuration.PRODUCTION),
            new SimpleObjectProperty<>(PriceList.of("INR")));
    assertThat(cost.rowsProperty().getValue().getFirst().amount()).isEqualTo("INR 14818,63/Monat");
  }
}
