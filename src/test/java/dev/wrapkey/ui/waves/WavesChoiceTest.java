package dev.wrapkey.ui.waves;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.rotation.WaveOrder;
import dev.wrapkey.ui.Practice;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WavesChoiceTest {

  private Practice practice;

  @BeforeEach
  void open() {
    practice = Practice.opened();
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private WavesChoice loaded() {
    WavesChoice choice = new WavesChoice(practice.cloud(), Practice.tasks());
    choice.load();
    return choice;
  }

  private static List<String> shown(WavesChoice choice) {
    return choice.shown().stream().map(Candidate::name).toList();
  }

  @Test
  void serversAreChosenByKeyVaultRegionTagAndWord() {
    Sharing.prepare(practice);
    practice.administrator().tag(practice.idOf("wave-1-pg"), "team", "shop");
    practice.time().jump(Duration.ofMinutes(10));
    WavesChoice choice = loaded();
    int all = shown(choice).size();
    choice.value(Facet.KEY).set(Sharing.KEY);
    assertThat(shown(choice)).containsExactlyInAnyOrderElementsOf(Sharing.SERVERS);
    choice.value(Facet.KEY).set("");
    choice.value(Facet.VAULT).set("kv-orders-eastus");
    assertThat(shown(choice)).containsAll(Sharing.SERVERS);
    choice.value(Facet.REGION).set("North Europe");
    assertThat(shown(choice)).isEmpty();
    choice.value(Facet.VAULT).set("");
    assertThat(shown(choice)).contains("billing-pg").doesNotContain("orders-pg");
    choice.value(Facet.REGION).set("");
    choice.value(Facet.TAG).set("team: shop");
    assertThat(shown(choice)).containsExactly("wave-1-pg");
    choice.value(Facet.TAG).set("");
    choice.textProperty().set("WAVE-2");
    assertThat(shown(choice)).containsExactly("wave-2-pg");
    choice.textProperty().set("");
    assertThat(shown(choice)).hasSize(all);
  }

  @Test
  void whatIsChosenStaysChosenUnderAnotherFilterAndIsCounted() {
    Sharing.prepare(practice);
    WavesChoice choice = loaded();
    choice.value(Facet.KEY).set(Sharing.KEY);
    choice.chooseShown();
    assertThat(choice.numberProperty().get()).isEqualTo(3);
    choice.value(Facet.KEY).set("");
    choice.textProperty().set("nothing is called this");
    choice.chooseShown();
    assertThat(choice.chosen())
        .extracting(Candidate::name)
        .containsExactlyElementsOf(Sharing.SERVERS);
    choice.chooseNone();
    assertThat(choice.numberProperty().get()).isZero();
    assertThat(choice.order()).isEmpty();
  }

  @Test
  void whatIsMarkedAsACanaryIsChosenGoesFirstAndSetsTheirNumber() {
    Sharing.prepare(practice);
    WavesChoice choice = loaded();
    choice.value(Facet.KEY).set(Sharing.KEY);
    choice.chooseShown();
    Candidate last = choice.chosen().getLast();
    last.canaryProperty().set(true);
    assertThat(choice.chosen().getFirst()).isSameAs(last);
    assertThat(choice.shaping().canariesProperty().get()).isEqualTo("1");
    Candidate other = choice.chosen().getLast();
    other.canaryProperty().set(true);
    WaveOrder order = choice.order().orElseThrow();
    assertThat(order.shape().canaries()).isEqualTo(2);
    assertThat(order.orders().subList(0, 2))
        .extracting(each -> each.server().name())
        .containsExactlyInAnyOrder(last.name(), other.name());
    other.chosenProperty().set(false);
    assertThat(other.canaryProperty().get()).isFalse();
    assertThat(choice.markedProperty().get()).isEqualTo(1);
    choice.chooseNone();
    last.canaryProperty().set(true);
    assertThat(choice.chosen()).containsExactly(last);
  }
}
