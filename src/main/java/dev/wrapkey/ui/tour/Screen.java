package dev.wrapkey.ui.tour;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.stage.Window;

/** What is on the screen, asked from outside the toolkit's thread. */
final class Screen {

  private static final long GLANCE_MILLIS = 40;

  private final Duration patience;

  /**
   * @param patience how long to wait for anything before the tour has failed
   */
  Screen(Duration patience) {
    this.patience = patience;
  }

  /** Runs on the toolkit's thread and waits for the answer. */
  <T> T ask(Supplier<T> question) {
    CompletableFuture<T> answer = CompletableFuture.supplyAsync(question, Platform::runLater);
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new TourFailed("the tour was interrupted", stopped);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof TourFailed known
          ? known
          : new TourFailed("the screen failed: " + root(failed), failed);
    } catch (TimeoutException failed) {
      throw new TourFailed("the screen did not answer", failed);
    }
  }

  private static Throwable root(Throwable failed) {
    Throwable cause = failed.getCause();
    return cause == null ? failed : root(cause);
  }

  void act(Runnable action) {
    ask(
        () -> {
          action.run();
          return Boolean.TRUE;
        });
  }

  /** Waits until something is true on the screen. */
  void await(String what, BooleanSupplier condition) {
    CompletableFuture<Boolean> seen = new CompletableFuture<>();
    glance(condition, seen);
    try {
      seen.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new TourFailed("the tour was interrupted", stopped);
    } catch (ExecutionException | TimeoutException failed) {
      seen.cancel(false);
      throw new TourFailed("waited " + patience.toSeconds() + " s in vain for: " + what, failed);
    }
  }

  /** Waits until a text is to be read somewhere. */
  void sees(String what, String text) {
    await(what + " (" + text + ")", () -> find(Labeled.class, t -> t.contains(text)).isPresent());
  }

  /** Waits until a text is to be read in the node with this id. */
  void seesIn(String id, String text) {
    await(
        text + " in #" + id,
        () ->
            find(id).stream()
                .flatMap(Screen::below)
                .anyMatch(
                    n -> n instanceof Labeled l && String.valueOf(l.getText()).contains(text)));
  }

  private void glance(BooleanSupplier condition, CompletableFuture<Boolean> seen) {
    CompletableFuture.delayedExecutor(GLANCE_MILLIS, TimeUnit.MILLISECONDS, Platform::runLater)
        .execute(
            () -> {
              if (condition.getAsBoolean()) {
                seen.complete(Boolean.TRUE);
              } else if (!seen.isDone()) {
                glance(condition, seen);
              }
            });
  }

  /**
   * The visible, enabled node with this id, in the topmost window that has one; on the toolkit's
   * thread.
   */
  Optional<Node> find(String id) {
    return all().filter(n -> id.equals(n.getId())).filter(Screen::isUsable).findFirst();
  }

  /** The visible node of a type whose text satisfies a condition; on the toolkit's thread. */
  Optional<Node> find(Class<? extends Labeled> type, Predicate<String> text) {
    return all()
        .filter(type::isInstance)
        .filter(n -> isSeen(n) && text.test(String.valueOf(((Labeled) n).getText())))
        .findFirst();
  }

  static boolean isSeen(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUsable(Node node) {
    return isSeen(node) && !node.isDisabled();
  }

  /** Every node of every window, popups first. */
  Stream<Node> all() {
    return Window.getWindows().reversed().stream()
        .filter(Window::isShowing)
        .flatMap(w -> below(w.getScene().getRoot()));
  }

  static Stream<Node> below(Node node) {
    return node instanceof Parent parent
        ? Stream.concat(
            Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(Screen::below))
        : Stream.of(node);
  }
}
