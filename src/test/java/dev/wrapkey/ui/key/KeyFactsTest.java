package dev.wrapkey.ui.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStores;
import dev.wrapkey.ui.PaneDesk;
import dev.wrapkey.ui.task.Tasks;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyFactsTest {

  private final Deque<Runnable> background = new ArrayDeque<>();
  private final List<String> asked = new ArrayList<>();
  private final KeyFacts facts =
      new KeyFacts(
          PaneDesk.swayed(
              KeyStores.class,
              null,
              (method, arguments, call) -> answer((KeyIdentifier) arguments[0])),
          new Tasks(
              background::add,
              Runnable::run,
              bug -> {
                throw new AssertionError(bug);
              }));

  private static KeyIdentifier id(String name) {
    return KeyIdentifier.of("https://kv-facts.vault.azure.net/keys/" + name);
  }

  private Key answer(KeyIdentifier key) {
    asked.add(key.key());
    if (key.key().startsWith("hidden")) {
      throw new CloudFailure(CloudFailure.Kind.FORBIDDEN, "ForbiddenByRbac", "No.", "");
    }
    return new Key(
        key,
        "RSA",
        2048,
        List.of(),
        new Key.Life(true, Instant.EPOCH, Optional.empty(), Optional.empty()));
  }

  private void want(String... names) {
    for (String name : names) {
      facts.want(id(name));
    }
  }

  private void finish() {
    while (!background.isEmpty()) {
      background.removeFirst().run();
    }
  }

  @Test
  void onlyAFewAreAskedForAtATimeAndTheOneSeenLastComesFirst() {
    want("a", "b", "c", "d", "e", "f");
    assertThat(background).hasSize(KeyFacts.AT_ONCE);
    background.removeFirst().run();
    assertThat(background).hasSize(KeyFacts.AT_ONCE);
    finish();
    assertThat(asked).containsExactly("a", "b", "c", "d", "f", "e");
    assertThat(facts.of(id("e"))).isInstanceOf(KeyFacts.Facts.Known.class);
    assertThat(facts.answersProperty().get()).isEqualTo(6);
  }

  @Test
  void nobodyIsAskedTwice() {
    want("a", "a");
    finish();
    want("a");
    finish();
    assertThat(asked).containsExactly("a");
  }

  @Test
  void aRefusalIsKeptWithItsReason() {
    want("hidden-kek");
    finish();
    assertThat(facts.of(id("hidden-kek")))
        .isInstanceOfSatisfying(
            KeyFacts.Facts.Hidden.class, h -> assertThat(h.why().details()).isEqualTo("No."));
  }

  @Test
  void whoScrollsPastHundredsOfRowsIsNotKeptWaitingForThem() {
    for (int i = 0; i < 500; i++) {
      want("k" + i);
    }
    finish();
    assertThat(asked).hasSizeLessThan(60).contains("k499", "k460");
    want("k20");
    finish();
    assertThat(asked).as("seen again").contains("k20");
  }

  @Test
  void anAnswerThatComesAfterAnotherStoreWasChosenIsDropped() {
    want("a");
    facts.forget();
    finish();
    assertThat(facts.of(id("a"))).isInstanceOf(KeyFacts.Facts.Open.class);
    assertThat(facts.answersProperty().get()).isZero();
    want("a");
    finish();
    assertThat(facts.of(id("a"))).isInstanceOf(KeyFacts.Facts.Known.class);
  }
}
