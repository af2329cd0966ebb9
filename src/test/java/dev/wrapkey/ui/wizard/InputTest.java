package dev.wrapkey.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;

class InputTest {

  private static Optional<String> atLeastThree(String text) {
    return text.length() < 3 ? Optional.of("too short") : Optional.empty();
  }

  @Test
  void aFreshFieldIsSilentButNotValid() {
    Input input = new Input("", InputTest::atLeastThree);
    assertThat(input.problemProperty().get()).isEmpty();
    assertThat(input.validProperty().get()).isFalse();
  }

  @Test
  void anEmptyFieldSpeaksOnceItIsAsked() {
    Input input = new Input("", InputTest::atLeastThree);
    input.ask();
    assertThat(input.problemProperty().get()).isEqualTo("too short");
  }

  @Test
  void typingSomethingWrongSaysSoAtOnce() {
    Input input = new Input("", InputTest::atLeastThree);
    input.set("ab");
    assertThat(input.problemProperty().get()).isEqualTo("too short");
    input.set("abc");
    assertThat(input.problemProperty().get()).isEmpty();
    assertThat(input.acceptedProperty().get()).isTrue();
  }

  @Test
  void isCheckedAgainWhenWhatItDependsOnChanges() {
    SimpleStringProperty other = new SimpleStringProperty("a");
    Input input =
        new Input(
            "", t -> t.equals(other.get()) ? Optional.empty() : Optional.of("differs"), other);
    input.set("b");
    assertThat(input.validProperty().get()).isFalse();
    other.set("b");
    assertThat(input.validProperty().get()).isTrue();
  }

  @Test
  void isChangedOnlyWhileItDiffersFromItsStart() {
    Input input = new Input("start", t -> Optional.empty());
    assertThat(input.changedProperty().get()).isFalse();
    input.set("other");
    assertThat(input.changedProperty().get()).isTrue();
    input.set("start");
    assertThat(input.changedProperty().get()).isFalse();
  }
}
