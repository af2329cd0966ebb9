package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.wrapkey.cli.Console;
import dev.wrapkey.provisioning.Cancellation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The question at the terminal. */
class TypedAssentTest {

  private static final Assent.Question QUESTION =
      new Assent.Question("Create server: a-pg?", "This is real Azure.", "Create server");

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Cancellation cancellation = new Cancellation();

  private boolean answered(Supplier<Optional<String>> person) {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new TypedAssent(Console.atTerminal(out, out, person), cancellation).test(QUESTION);
  }

  @ParameterizedTest
  @CsvSource({"yes, true", "' YES ', true", "y, false", "no, false", "'', false"})
  void onlyTheWholeWordMeansYes(String typed, boolean expected) {
    assertThat(answered(() -> Optional.of(typed))).isEqualTo(expected);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("Create server: a-pg?", "This is real Azure.", "Type yes to go on");
  }

  @Test
  void whoHasGoneHasNotSaidYes() {
    assertThat(answered(Optional::empty)).isFalse();
  }

  @Test
  void nobodyAtTheTerminalHasNotSaidYes() {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    assertThat(new TypedAssent(new Console(out, out), cancellation).test(QUESTION)).isFalse();
  }

  @Test
  void endingTheProgramEndsTheQuestionWithoutAnAnswer() {
    CountDownLatch never = new CountDownLatch(1);
    Throwable thrown =
        catchThrowable(
            () ->
                answered(
                    () -> {
                      cancellation.cancel();
                      try {
                        never.await();
                      } catch (InterruptedException ended) {
                        Thread.currentThread().interrupt();
                      }
                      return Optional.of("yes");
                    }));
    never.countDown();
    assertThat(thrown).isInstanceOf(CancellationException.class);
  }
}
