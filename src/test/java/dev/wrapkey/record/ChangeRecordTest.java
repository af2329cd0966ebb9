package dev.wrapkey.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.time.VirtualTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file: what is added stays, what is done to it shows. */
class ChangeRecordTest {

  private static final Deed STOP =
      new Deed(
          "Servers.stop",
          "Microsoft.DBforPostgreSQL/flexibleServers/stop/action",
          "/subscriptions/s/resourceGroups/g/providers/p/flexibleServers/orders",
          new Deed.Account("Ada", "object"),
          "Practice cloud");

  private final VirtualTime time = VirtualTime.standingAt(Instant.parse("2026-03-01T12:00:00Z"));
  @TempDir private Path folder;
  private ChangeRecord changes;
  private Path file;

  @BeforeEach
  void open() {
    changes = reopened();
    file = changes.path();
  }

  private ChangeRecord reopened() {
    return new ChangeRecord(folder.resolve("record"), time, UUID::randomUUID);
  }

  private void three() {
    for (int i = 0; i < 3; i++) {
      changes.begin(STOP, Map.of("state", "Ready"), Map.of());
    }
  }

  private List<String> lines() throws IOException {
    return new ArrayList<>(Files.readAllLines(file));
  }

  private List<Verdict.Flaw> flaws() {
    return reopened().read().verdict().faults().stream().map(Verdict.Fault::flaw).toList();
  }

  @Test
  void aFolderWithoutARecordIsAnEmptyRecord() {
    assertThat(changes.read().lines()).isEmpty();
    assertThat(changes.read().verdict().isSound()).isTrue();
  }

  @Test
  void whatWasWrittenIsReadBack() {
    String change = changes.begin(STOP, Map.of("state", "Ready"), Map.of("wanted", "Stopped"));
    changes.done(change, STOP, Map.of("state", "Stopped"));
    Entry entry = Entry.of(reopened().read().lines()).getFirst();
    assertThat(entry.id()).isEqualTo(change);
    assertThat(entry.deed()).isEqualTo(STOP);
    assertThat(entry.state()).isEqualTo(Entry.State.DONE);
    assertThat(entry.before()).containsExactly(Map.entry("state", "Ready"));
    assertThat(entry.wanted()).containsExactly(Map.entry("wanted", "Stopped"));
    assertThat(entry.after()).containsExactly(Map.entry("state", "Stopped"));
    assertThat(entry.isChanged("state")).isTrue();
  }

  @Test
  void aSecondProgramWritesOnWhereTheFirstStopped() {
    three();
    ChangeRecord second = reopened();
    second.begin(STOP, Map.of(), Map.of());
    changes.begin(STOP, Map.of(), Map.of());
    Reading reading = changes.read();
    assertThat(reading.lines()).extracting(Line::number).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(reading.verdict().isSound()).isTrue();
  }

  @Test
  void theHashesCanBeReckonedWithoutWrapkey() throws Exception {
    three();
    String previous = "0".repeat(64);
    for (String line : lines()) {
      byte[] hashed = (previous + " " + line.substring(65)).getBytes(StandardCharsets.UTF_8);
      previous = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(hashed));
      assertThat(line).startsWith(previous + " ");
    }
    assertThat(changes.read().verdict().fingerprint()).isEqualTo(previous);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void aChangedWordIsFound(int line) throws IOException {
    three();
    List<String> lines = lines();
    lines.set(line, lines.get(line).replace("Ready", "Steady"));
    Files.write(file, lines);
    assertThat(reopened().read().verdict().faults())
        .contains(new Verdict.Fault(line + 1L, Verdict.Flaw.CHANGED));
  }

  @Test
  void aChangedLineWithARightHashIsFoundAtTheNextLine() throws IOException {
    three();
    List<String> lines = lines();
    String changed = lines.getFirst().substring(65).replace("Ready", "Steady");
    lines.set(0, Link.after(Link.ORIGIN, changed).text().strip());
    Files.write(file, lines);
    assertThat(reopened().read().verdict().faults())
        .containsExactly(new Verdict.Fault(2, Verdict.Flaw.CHANGED));
  }

  @Test
  void aLineTakenOutOfTheMiddleIsFound() throws IOException {
    three();
    List<String> lines = lines();
    lines.remove(1);
    Files.write(file, lines);
    assertThat(flaws()).contains(Verdict.Flaw.CHANGED, Verdict.Flaw.CUT);
  }

  @Test
  void linesTakenFromTheEndAreFound() throws IOException {
    three();
    Files.write(file, lines().subList(0, 2));
    assertThat(flaws()).containsExactly(Verdict.Flaw.CUT);
  }

  @Test
  void aRecordThatWasTakenAwayIsFound() throws IOException {
    three();
    Files.delete(file);
    assertThat(flaws()).containsExactly(Verdict.Flaw.CUT);
  }

  @Test
  void writingOnAfterACutDoesNotHideIt() throws IOException {
    three();
    Files.write(file, lines().subList(0, 2));
    reopened().begin(STOP, Map.of(), Map.of());
    assertThat(reopened().read().verdict().faults())
        .containsExactly(new Verdict.Fault(3, Verdict.Flaw.GAP));
    assertThat(lines()).hasSize(4);
  }

  @Test
  void aKillBetweenLineAndHeadIsNoFault() throws IOException {
    three();
    Path head = file.resolveSibling("changes.head");
    String before = Files.readString(head);
    changes.begin(STOP, Map.of(), Map.of());
    Files.writeString(head, before);
    assertThat(flaws()).isEmpty();
    reopened().begin(STOP, Map.of(), Map.of());
    assertThat(flaws()).isEmpty();
    assertThat(lines()).hasSize(5);
  }

  @Test
  void aKillAtAnyByteOfALineLosesNothingThatWasSaid() throws IOException {
    three();
    byte[] whole = Files.readAllBytes(file);
    String last = lines().getLast();
    for (int cut = 1; cut < last.length(); cut += 37) {
      Files.write(file, whole);
      Files.writeString(file, last.substring(0, cut), StandardOpenOption.APPEND);
      reopened().begin(STOP, Map.of(), Map.of());
      assertThat(flaws()).isEmpty();
      assertThat(reopened().read().lines())
          .extracting(Line::phase)
          .containsExactly(Phase.BEGUN, Phase.BEGUN, Phase.BEGUN, Phase.MENDED, Phase.BEGUN);
      Files.writeString(
          file.resolveSibling("changes.head"), new Head(3, last.substring(0, 64)).text());
    }
  }

  @Test
  void aFingerprintThatSomebodyKeptIsFoundAgain() {
    changes.begin(STOP, Map.of(), Map.of());
    String kept = changes.read().verdict().fingerprint();
    three();
    assertThat(reopened().read().linesUpTo(" " + kept.toUpperCase(java.util.Locale.ROOT) + "\n"))
        .contains(1);
    assertThat(reopened().read().linesUpTo("f".repeat(64))).isEmpty();
  }

  @Test
  void whatCannotBeWrittenDownIsRefusedBeforeItIsDone() throws IOException {
    Files.createDirectories(file); // a folder where the file should be
    assertThatThrownBy(() -> changes.begin(STOP, Map.of(), Map.of()))
        .isInstanceOfSatisfying(
            CloudFailure.class, failure -> assertThat(failure.code()).isEqualTo("NotRecorded"))
        .isNotInstanceOf(UncheckedIOException.class);
  }

  @Test
  void anInterruptedThreadStillWritesAndStaysInterrupted() {
    Thread.currentThread().interrupt();
    changes.begin(STOP, Map.of(), Map.of());
    assertThat(Thread.interrupted()).isTrue();
    assertThat(changes.read().lines()).hasSize(1);
  }

  @Test
  void manyWritersAtOnceLoseNothing() throws InterruptedException {
    List<Thread> writers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      writers.add(Thread.ofVirtual().start(this::three));
    }
    for (Thread writer : writers) {
      writer.join();
    }
    assertThat(changes.read().lines()).hasSize(24);
    assertThat(changes.read().verdict().isSound()).isTrue();
  }
}
