package dev.wrapkey.ui.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Backup;
import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.copy.RestorePointViewModel.Kind;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RestorePointViewModelTest {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  private Copies restore;
  private RestorePointViewModel point;

  @BeforeEach
  void open() {
    restore = new Copies(PRACTICE, "ledger-pg", Origin.Mode.POINT_IN_TIME);
    point = restore.basics.point();
  }

  private void custom(LocalDate day, String time) {
    point.kindProperty().set(Kind.CUSTOM);
    point.dateProperty().set(day);
    point.time().set(time);
  }

  @Test
  void theNewestIsTheFirstChoiceAndHasNoMomentYet() {
    assertThat(point.kindProperty().get()).isEqualTo(Kind.LATEST);
    assertThat(point.completeProperty().get()).isTrue();
    assertThat(restore.origin().isLatest()).isTrue();
  }

  @Test
  void theEarliestRestorePointIsToldInUtc() {
    assertThat(point.earliest()).isEqualTo("2026-02-23 09:00:00 UTC");
  }

  @Test
  void aCustomMomentIsTakenInUtc() {
    custom(LocalDate.of(2026, 2, 28), "23:59:59");
    assertThat(point.completeProperty().get()).isTrue();
    assertThat(restore.origin().moment()).contains(Instant.parse("2026-02-28T23:59:59Z"));
  }

  @Test
  void bothEndsOfTheRangeAreLegalAndASecondBeyondIsNot() {
    custom(LocalDate.of(2026, 2, 23), "09:00:00");
    assertThat(point.problemProperty().get()).isEmpty();
    custom(LocalDate.of(2026, 2, 23), "08:59:59");
    assertThat(point.problemProperty().get())
        .isEqualTo(
            "The restore point must be between 2026-02-23 09:00:00 and 2026-03-02 09:00:00 UTC."
                + " Adjust date or time.");
    assertThat(point.completeProperty().get()).isFalse();
    custom(LocalDate.of(2026, 3, 2), "09:00:00");
    assertThat(point.problemProperty().get()).isEmpty();
    custom(LocalDate.of(2026, 3, 2), "09:00:01");
    assertThat(point.completeProperty().get()).isFalse();
  }

  @Test
  void onlyDaysWithRestorePointsCanBeChosen() {
    assertThat(point.hasPoints(LocalDate.of(2026, 2, 22))).isFalse();
    assertThat(point.hasPoints(LocalDate.of(2026, 2, 23))).isTrue();
    assertThat(point.hasPoints(LocalDate.of(2026, 3, 2))).isTrue();
    assertThat(point.hasPoints(LocalDate.of(2026, 3, 3))).isFalse();
  }

  @Test
  void aTimeOutOfFormIsToldAndTheRangeNot() {
    custom(LocalDate.of(2026, 3, 1), "25:00");
    assertThat(point.time().problemProperty().get()).contains("hh:mm:ss");
    assertThat(point.problemProperty().get()).isEmpty();
    assertThat(point.completeProperty().get()).isFalse();
    custom(LocalDate.of(2026, 3, 1), "08:30");
    assertThat(point.completeProperty().get()).as("seconds may be left out").isTrue();
  }

  @Test
  void aBadMomentDoesNotMatterUnlessItIsChosen() {
    custom(LocalDate.of(2020, 1, 1), "00:00:00");
    point.kindProperty().set(Kind.LATEST);
    assertThat(point.completeProperty().get()).isTrue();
    assertThat(restore.origin().isLatest()).isTrue();
  }

  @Test
  void aFullBackupIsChosenFromThoseThatTheServiceKeeps() {
    assertThat(point.backups().items()).as("asked for only when wanted").isEmpty();
    point.kindProperty().set(Kind.FAST);
    assertThat(point.completeProperty().get()).isFalse();
    Backup newest = point.backups().items().getFirst();
    point.backupProperty().set(newest);
    assertThat(point.completeProperty().get()).isTrue();
    assertThat(restore.origin().moment()).contains(newest.completed());
    assertThat(restore.origin().backup()).isEqualTo(newest.name());
  }
}
