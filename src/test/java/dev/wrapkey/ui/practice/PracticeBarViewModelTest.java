package dev.wrapkey.ui.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PracticeBarViewModelTest {

  private final List<Double> chosen = new ArrayList<>();
  private int managed;
  private Instant now = Instant.parse("2026-11-21T14:02:10Z");
  private final PracticeBarViewModel bar =
      new PracticeBarViewModel(
          new PracticeClock() {
            @Override
            public Instant now() {
              return now;
            }

            @Override
            public double speed() {
              return chosen.isEmpty() ? 60 : chosen.getLast();
            }

            @Override
            public void runAt(double speed) {
              chosen.add(speed);
            }
          },
          ScriptedGateway.programs(),
          () -> managed++);

  @Test
  void theTimeIsToldInUtc() {
    assertThat(bar.timeProperty().get()).isEqualTo("21 Nov 2026 14:02:10 UTC");
    now = Instant.parse("2026-11-21T15:00:00Z");
    bar.tick();
    assertThat(bar.timeProperty().get()).isEqualTo("21 Nov 2026 15:00:00 UTC");
  }

  @Test
  void showingTheSpeedDoesNotChangeIt() {
    assertThat(bar.speedProperty().get()).isEqualTo(60);
    assertThat(chosen).isEmpty();
  }

  @Test
  void aChosenSpeedReachesTheClock() {
    bar.speedProperty().set(1.0);
    assertThat(chosen).containsExactly(1.0);
  }

  @Test
  void aSpeedThatSomebodyElseChoseIsShown() {
    chosen.add(30.0);
    bar.tick();
    assertThat(bar.speedProperty().get()).isEqualTo(30);
    assertThat(chosen).as("and not chosen again").containsExactly(30.0);
  }

  @Test
  void thePageAboutThePracticeCloudIsOpened() {
    bar.manage();
    assertThat(managed).isEqualTo(1);
  }

  @Test
  void speedsAreToldInWords() {
    assertThat(PracticeBarViewModel.words(1)).isEqualTo("at real speed");
    assertThat(PracticeBarViewModel.words(600)).isEqualTo("600x as fast");
  }
}
