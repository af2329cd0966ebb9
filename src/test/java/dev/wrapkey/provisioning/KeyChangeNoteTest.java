package dev.wrapkey.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyChangeNoteTest {

  private static final ResourceId SERVER = Stage.plan().serverId();
  private static final DataEncryption NEW =
      DataEncryption.customerManaged(
          Stage.KEY.withVersion("ffffffffffffffffffffffffffffffff"), Stage.IDENTITY);
  private static final Receipt RECEIPT =
      new Receipt("c-7", "https://management.azure.com/op/7", true);

  @TempDir private Path folder;
  private final Stage stage = new Stage();

  @BeforeEach
  void aServerWithAKey() {
    stage.put(Stage.plan(), "Ready");
  }

  private KeyChangeNote begun(DataEncryption wanted) {
    return KeyChangeNote.begin(folder, SERVER, wanted, Stage.START);
  }

  private KeyChangeNote.Entry afterRestart() {
    assertThat(KeyChangeNote.open(folder)).hasSize(1);
    return KeyChangeNote.open(folder).getFirst().entry();
  }

  private Outcome takenUp() {
    return new KeyChange(stage, stage.time, Retry.Policy.STANDARD)
        .takeUp(afterRestart(), event -> {}, new Cancellation());
  }

  @Test
  void whatIsWrittenDownIsReadBackWhole() {
    GeoEncryption geo =
        new GeoEncryption(
            KeyIdentifier.of("https://kv-west.vault.azure.net/keys/kek"),
            new ResourceId(Stage.SUB.id(), "rg", ResourceId.IDENTITY, "id-west"),
            Optional.empty());
    KeyChangeNote note = begun(NEW.withGeo(Optional.of(geo)));
    assertThat(afterRestart()).isEqualTo(note.entry());
    assertThat(afterRestart().receipt()).isEmpty();
    note.accepted(RECEIPT);
    assertThat(afterRestart())
        .isEqualTo(
            new KeyChangeNote.Entry(
                SERVER, NEW.withGeo(Optional.of(geo)), Stage.START, Optional.of(RECEIPT)));
  }

  @Test
  void oneThatWasToldIsForgotten() {
    begun(NEW).told();
    assertThat(KeyChangeNote.open(folder)).isEmpty();
    assertThat(KeyChangeNote.open(folder.resolve("missing"))).isEmpty();
  }

  @Test
  void aFileThatIsNotWholeIsLeftAlone() throws IOException {
    begun(NEW);
    Path file = folder.resolve("orders-pg.keychange");
    String whole = Files.readString(file);
    for (int length = 0; length < whole.indexOf("identity=") + 9; length++) {
      Files.writeString(file, whole.substring(0, length));
      assertThat(KeyChangeNote.open(folder)).as("%s", length).isEmpty();
    }
  }

  @Test
  void anAcceptedChangeIsFollowedByItsReceiptToItsEnd() {
    begun(NEW).accepted(RECEIPT);
    stage.followed = stage.after(3, () -> stage.put(Stage.plan(), "Ready", NEW));
    assertThat(takenUp()).isInstanceOf(Outcome.Succeeded.class);
    assertThat(stage.asked).contains("follow " + RECEIPT.url());
  }

  @Test
  void aReasonThatTheServiceStillKnowsIsTold() {
    begun(NEW).accepted(RECEIPT);
    CloudFailure why =
        Stage.failure(CloudFailure.Kind.KEY_UNUSABLE, "AzureKeyVaultKeyNameNotFound");
    stage.followed = stage.after(1, () -> {});
    stage.fail("poll", why);
    assertThat(takenUp()).isEqualTo(new Outcome.Failed(KeyChange.CHANGE, why));
  }

  @Test
  void anOperationThatTheServiceForgotIsJudgedByTheServer() {
    begun(NEW).accepted(RECEIPT);
    stage.put(Stage.plan(), "Ready", NEW);
    assertThat(takenUp()).isInstanceOf(Outcome.Succeeded.class);
  }

  @Test
  void aServerThatIsStillBeingChangedIsWaitedFor() {
    begun(NEW);
    List<String> states = new ArrayList<>(List.of("Updating", "Updating", "Ready"));
    stage.spy =
        call -> {
          if (call.equals("get")) {
            String state = states.removeFirst();
            stage.put(Stage.plan(), state, state.equals("Ready") ? NEW : Stage.plan().encryption());
          }
        };
    assertThat(takenUp()).isInstanceOf(Outcome.Succeeded.class);
    assertThat(stage.time.now()).isAfter(Stage.START);
  }

  @Test
  void aChangeThatNeverLeftIsToldAsOneThatDidNotTakePlace() {
    begun(NEW);
    assertThat(((Outcome.Failed) takenUp()).failure().code()).isEqualTo("EncryptionDiffers");
    assertThat(stage.sent).as("nothing is sent again").isEmpty();
  }
}
