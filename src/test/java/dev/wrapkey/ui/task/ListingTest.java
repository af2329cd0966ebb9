package dev.wrapkey.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.CloudFailure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListingTest {

  private final Deque<Runnable> background = new ArrayDeque<>();
  private final Deque<Runnable> screen = new ArrayDeque<>();
  private final List<Throwable> bugs = new ArrayList<>();
  private final Listing<String> listing =
      new Listing<>(new Tasks(background::add, screen::add, bugs::add));

  private void run(Deque<Runnable> queue) {
    while (!queue.isEmpty()) {
      queue.poll().run();
    }
  }

  @Test
  void showsPageAfterPageAndIsReadyAtTheEnd() {
    listing.load(
        (cancellation, page) -> {
          page.accept(List.of("a", "b"));
          page.accept(List.of("c"));
        });
    assertThat(listing.stateProperty().get()).isEqualTo(Listing.State.LOADING);
    run(background);
    assertThat(listing.items()).as("nothing appears off the screen's thread").isEmpty();
    run(screen);
    assertThat(listing.items()).containsExactly("a", "b", "c");
    assertThat(listing.stateProperty().get()).isEqualTo(Listing.State.READY);
  }

  @Test
  void aLateAnswerNeverOverwritesANewerOne() {
    listing.load((cancellation, page) -> page.accept(List.of("old")));
    Runnable late = background.poll();
    listing.load((cancellation, page) -> page.accept(List.of("new")));
    run(background);
    run(screen);
    late.run();
    run(screen);
    assertThat(listing.items()).containsExactly("new");
    assertThat(listing.stateProperty().get()).isEqualTo(Listing.State.READY);
  }

  @Test
  void pagesOfACancelledLoadThatAreUnderWayAreDropped() {
    listing.load((cancellation, page) -> page.accept(List.of("old")));
    run(background);
    listing.clear();
    run(screen);
    assertThat(listing.items()).isEmpty();
    assertThat(listing.stateProperty().get()).isEqualTo(Listing.State.IDLE);
  }

  @Test
  void loadingAgainTellsTheOldLoadToStop() {
    List<Boolean> cancelled = new ArrayList<>();
    listing.load((cancellation, page) -> cancelled.add(cancellation.isCancelled()));
    listing.load((cancellation, page) -> cancelled.add(cancellation.isCancelled()));
    run(background);
    assertThat(cancelled).containsExactly(true, false);
  }

  @Test
  void aFailureIsKeptAndCanBeTriedAgain() {
    CloudFailure failure = new CloudFailure(CloudFailure.Kind.THROTTLED, "429", "slow down", "");
    List<CloudFailure> once = new ArrayList<>(List.of(failure));
    listing.load(
        (cancellation, page) -> {
          if (!once.isEmpty()) {
            throw once.removeFirst();
          }
          page.accept(List.of("a"));
        });
    run(background);
    run(screen);
    assertThat(listing.stateProperty().get()).isEqualTo(Listing.State.FAILED);
    assertThat(listing.failureProperty().get()).isSameAs(failure);
    listing.reload();
    run(background);
    run(screen);
    assertThat(listing.stateProperty().get()).isEqualTo(Listing.State.READY);
    assertThat(listing.failureProperty().get()).isNull();
  }

  @Test
  void aBugIsToldAndNotSwallowed() {
    IllegalStateException bug = new IllegalStateException("bug");
    listing.load(
        (cancellation, page) -> {
          throw bug;
        });
    run(background);
    run(screen);
    assertThat(bugs).containsExactly(bug);
  }
}
