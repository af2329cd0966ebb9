package dev.wrapkey.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wrapkey.provisioning.Ledger.Phase;
import dev.wrapkey.provisioning.Ledger.Presence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

  private static final ResourceId SERVER = Stage.plan().serverId();

  @TempDir Path folder;

  private Ledger begin(String name) {
    return Ledger.begin(folder, name, SERVER, Stage.START);
  }

  @Test
  void whatWasWrittenIsThereAfterARestart() {
    Ledger ledger = begin("d1");
    ledger.phase(Phase.RUNNING, "create-server", Stage.START);
    ledger.group(Presence.EXISTS);
    ledger.server(Presence.CREATING);

    List<Ledger> found = Ledger.unfinished(folder);

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().entry()).isEqualTo(ledger.entry());
    assertThat(found.getFirst().entry().server()).isEqualTo(Presence.CREATING);
    assertThat(found.getFirst().entry().group()).isEqualTo(Presence.EXISTS);
    assertThat(found.getFirst().entry().step()).isEqualTo("create-server");
    assertThat(found.getFirst().entry().id()).isEqualTo(SERVER);
  }

  @Test
  void whatWasMadeBesideTheServerIsThereAfterARestart() {
    ResourceId endpoint =
        new ResourceId(Stage.SUB.id(), "rg", ResourceId.PRIVATE_ENDPOINT, "orders-pe");
    ResourceId link =
        new ResourceId(
            Stage.SUB.id(), "rg", ResourceId.PRIVATE_ZONE + "/virtualNetworkLinks", "z.org/n-link");
    Ledger ledger = begin("d1");
    ledger.part(link, Presence.EXISTS);
    ledger.part(endpoint, Presence.REQUESTED);
    ledger.part(endpoint, Presence.CREATING);
    ledger.phase(Phase.FAILED, "private-endpoints", Stage.START);

    Ledger.Entry read = Ledger.unfinished(folder).getFirst().entry();

    assertThat(read).isEqualTo(ledger.entry());
    assertThat(read.made().parts())
        .containsExactly(
            new Ledger.Part(link, Presence.EXISTS), new Ledger.Part(endpoint, Presence.CREATING));
    ledger.part(link, Presence.REMOVED);
    ledger.part(endpoint, Presence.REMOVED);
    assertThat(Ledger.unfinished(folder)).isEmpty();
  }

  @Test
  void aDeploymentBrokenOffIsUnfinishedEvenIfNothingIsKnownToExist() {
    begin("d1");
    assertThat(Ledger.unfinished(folder)).hasSize(1);
  }

  @Test
  void oneThatFailedAndLeftNothingIsNotUnfinished() {
    begin("d1").phase(Phase.FAILED, "check-name", Stage.START);
    assertThat(Ledger.unfinished(folder)).isEmpty();
  }

  @Test
  void oneThatWasCancelledAndLeftAServerIsUnfinishedUntilSomebodyDecides() {
    Ledger ledger = begin("d1");
    ledger.server(Presence.CREATING);
    ledger.phase(Phase.CANCELLED, "create-server", Stage.START);
    assertThat(Ledger.unfinished(folder)).hasSize(1);
    Ledger.unfinished(folder).getFirst().settle();
    assertThat(Ledger.unfinished(folder)).isEmpty();
  }

  @Test
  void oneThatSucceededIsFinished() {
    Ledger ledger = begin("d1");
    ledger.server(Presence.EXISTS);
    ledger.phase(Phase.SUCCEEDED, "verify", Stage.START);
    assertThat(Ledger.unfinished(folder)).isEmpty();
  }

  @Test
  void unfinishedDeploymentsComeOldestFirst() {
    Ledger.begin(folder, "b", SERVER, Instant.parse("2026-01-02T00:00:00Z"));
    Ledger.begin(folder, "a", SERVER, Instant.parse("2026-01-03T00:00:00Z"));
    Ledger.begin(folder, "c", SERVER, Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(Ledger.unfinished(folder))
        .extracting(l -> l.entry().deployment())
        .containsExactly("c", "b", "a");
  }

  @Test
  void aDraftLeftByACrashIsNotRead() throws IOException {
    Ledger ledger = begin("d1");
    Files.writeString(folder.resolve("d1.ledger.draft"), "half");
    assertThat(Ledger.unfinished(folder)).extracting(Ledger::entry).containsExactly(ledger.entry());
  }

  @Test
  void aFileThatIsNoLedgerDoesNotHideTheOthers() throws IOException {
    begin("d1");
    Files.writeString(folder.resolve("other.ledger"), "phase=DANCING\n");
    assertThat(Ledger.unfinished(folder)).hasSize(1);
  }

  @Test
  void noFolderMeansNothingUnfinished() {
    assertThat(Ledger.unfinished(folder.resolve("absent"))).isEmpty();
  }

  @Test
  void anInterruptedThreadCanStillWrite() {
    Ledger ledger = begin("d1");
    Thread.currentThread().interrupt();
    ledger.phase(Phase.CANCELLED, "create-server", Stage.START);
    assertThat(Thread.interrupted()).isTrue();
    ledger.server(Presence.EXISTS);
    assertThat(Ledger.unfinished(folder).getFirst().entry().phase()).isEqualTo(Phase.CANCELLED);
  }

  @Test
  void aFolderThatCannotBeWrittenIsToldAtOnceAndNothingIsClaimed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> Ledger.begin(file, "d1", SERVER, Stage.START))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void aNameThatIsMoreThanOneLineIsRefused() {
    assertThatThrownBy(
            () ->
                Ledger.begin(
                    folder, "d1", new ResourceId("s", "g\nserver=NONE", "t/u", "n"), Stage.START))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void deploymentNamesAreThePortals() {
    assertThat(DeploymentName.next(new Random(1))).matches("PostgreSqlFlexibleServer_[0-9a-f]{32}");
    Random random = new Random(2);
    assertThat(Stream.generate(() -> DeploymentName.next(random)).limit(100).distinct())
        .hasSize(100);
  }
}
