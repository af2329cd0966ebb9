package dev.wrapkey.ui.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.Line;
import dev.wrapkey.time.VirtualTime;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.view.Moments;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionViewModelTest {

  private static final Instant START = Instant.parse("2026-11-22T14:02:00Z");
  private static final String ARM = "management.azure.com";

  private final VirtualTime time = VirtualTime.standingAt(START);
  private final Line line = new Line(time);
  private final List<String> again = new ArrayList<>();
  private final ConnectionViewModel viewModel =
      new ConnectionViewModel(
          line,
          new Tasks(
              Runnable::run,
              Runnable::run,
              bug -> {
                throw new AssertionError(bug);
              }),
          () -> again.add("read"));

  @Test
  void aWindowThatIsGoneIsNotHeldByTheLine() {
    WeakReference<ConnectionViewModel> gone =
        new WeakReference<>(
            new ConnectionViewModel(
                line,
                new Tasks(
                    Runnable::run,
                    Runnable::run,
                    bug -> {
                      throw new AssertionError(bug);
                    }),
                () -> {}));
    for (int i = 0; i < 20 && gone.get() != null; i++) {
      System.gc();
    }
    assertThat(gone.get()).isNull();
    line.slowed(ARM, Duration.ofSeconds(12), 1);
    assertThat(viewModel.slowProperty().get()).isNotEmpty();
  }

  @Test
  void aClearLineSaysNothing() {
    line.answered(ARM);
    assertThat(viewModel.slowProperty().get()).isEmpty();
    assertThat(viewModel.silentProperty().get()).isEmpty();
  }

  @Test
  void aWaitIsCountedDownAndGoesAwayByItself() {
    line.slowed(ARM, Duration.ofSeconds(12), 1);
    assertThat(viewModel.slowProperty().get())
        .isEqualTo("Azure asks to slow down: next try in 12 s.");
    time.jump(Duration.ofMillis(1500));
    viewModel.tick();
    assertThat(viewModel.slowProperty().get()).contains("next try in 11 s");
    time.jump(Duration.ofSeconds(12));
    viewModel.tick();
    assertThat(viewModel.slowProperty().get()).isEmpty();
  }

  @Test
  void howOftenItHasAskedIsSaidFromTheSecondTimeOn() {
    line.slowed(ARM, Duration.ofSeconds(2), 1);
    line.slowed(ARM, Duration.ofSeconds(4), 1);
    assertThat(viewModel.slowProperty().get())
        .isEqualTo("Azure asks to slow down: next try in 4 s. It has asked 2 times in a row.");
  }

  @Test
  void withoutAConnectionItSaysHowOldIsWhatIsShownUntilAnAnswerComes() {
    line.answered(ARM);
    line.silent(Kind.OFFLINE);
    assertThat(viewModel.silentProperty().get())
        .isEqualTo("No connection to Azure. Showing what was read at " + Moments.time(START) + ".");
    line.answered(ARM);
    assertThat(viewModel.silentProperty().get()).isEmpty();
  }

  @Test
  void beforeTheFirstAnswerNothingIsShownThatCouldBeOld() {
    line.silent(Kind.TLS);
    assertThat(viewModel.silentProperty().get())
        .isEqualTo("Azure cannot be reached safely: the certificate that answers is not trusted.");
  }

  @Test
  void onlyAPersonTriesAgain() {
    line.silent(Kind.UNREACHABLE);
    viewModel.tick();
    assertThat(again).isEmpty();
    viewModel.tryAgain();
    assertThat(again).containsExactly("read");
  }
}
