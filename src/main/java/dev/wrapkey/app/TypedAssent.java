package dev.wrapkey.app;

import dev.wrapkey.cli.Console;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.ui.view.Texts;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * Asks at the terminal whether something real is to be done; where nobody is there, it is not.
 *
 * @param cancellation ends the question without an answer
 */
record TypedAssent(Console console, Cancellation cancellation)
    implements Predicate<Assent.Question> {

  private static final int LOOK_MILLISECONDS = 100;

  @Override
  public boolean test(Assent.Question question) {
    console.note(question.title());
    console.note(question.text());
    String yes = Texts.text("signin.console.yes");
    return typed(Texts.text("signin.console.ask", yes))
        .filter(answer -> answer.strip().equalsIgnoreCase(yes))
        .isPresent();
  }

  // Nothing ends a thread that waits for a line: whoever ends the program meanwhile must not have
  // to press Enter first.
  private Optional<String> typed(String prompt) {
    FutureTask<Optional<String>> line = new FutureTask<>(() -> console.ask(prompt));
    Thread.ofPlatform().daemon().name("question").start(line);
    while (true) {
      try {
        return line.get(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException _) {
        cancellation.check();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      } catch (ExecutionException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }
}
