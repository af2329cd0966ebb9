package dev.wrapkey.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one program works on, no other does. */
class HoldTest {

  @TempDir Path folder;

  private final Stage stage = new Stage();

  private Ledger begun() {
    return Ledger.begin(folder, "d1", Stage.plan(), Stage.START);
  }

  private Path file() {
    return folder.resolve("d1.ledger");
  }

  private Provisioning provisioning() {
    return new Provisioning(stage, stage.time, Retry.Policy.STANDARD);
  }

  @Test
  void itIsGivenOnceAndAgainWhenItIsGivenBack() throws IOException {
    try (Hold first = Hold.take(file()).orElseThrow()) {
      assertThat(Hold.take(file())).isEmpty();
      assertThat(Files.exists(first.file())).isTrue();
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).as("nothing is left behind").isEmpty();
    }
    Hold.take(file()).orElseThrow().close();
  }

  @Test
  void whereNothingCanBeWrittenItIsAFaultAndNotARefusal() {
    assertThatThrownBy(() -> Hold.take(folder.resolve("gone").resolve("d1.ledger")))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void aDeploymentThatAnotherProgramWorksOnIsLeftAlone() throws IOException {
    Ledger ledger = begun();
    String before = Files.readString(file());
    try (Hold other = Hold.take(file()).orElseThrow()) {
      assertThat(other.file()).exists();
      Outcome outcome = provisioning().run(Stage.plan(), ledger, e -> {}, new Cancellation());
      assertThat(((Outcome.Failed) outcome).failure().code()).isEqualTo(Hold.ELSEWHERE);
      CloudFailure refused =
          catchThrowableOfType(
              CloudFailure.class, () -> provisioning().remove(ledger, e -> {}, new Cancellation()));
      assertThat(refused.code()).isEqualTo(Hold.ELSEWHERE);
    }
    assertThat(stage.asked).isEmpty();
    assertThat(Files.readString(file())).isEqualTo(before);
  }

  @Test
  void whatAnotherProgramHasMadeMeanwhileIsKnown() {
    Ledger stale = begun();
    Ledger.unfinished(folder).getFirst().server(Ledger.Presence.REQUESTED);
    assertThat(stale.entry().server()).isEqualTo(Ledger.Presence.NONE);
    stage.put(Stage.plan(), "Ready");
    assertThat(provisioning().run(Stage.plan(), stale, e -> {}, new Cancellation()))
        .isInstanceOf(Outcome.Succeeded.class);
    assertThat(stage.asked).as("it was there already").doesNotContain("create");
  }
}
