package dev.wrapkey.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.CloudFailure.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyChangeTest {

  private static final DataEncryption NEW =
      DataEncryption.customerManaged(
          Stage.KEY.withVersion("ffffffffffffffffffffffffffffffff"), Stage.IDENTITY);

  private final Stage stage = new Stage();
  private final Cancellation cancellation = new Cancellation();
  private final List<Progress.Event> events = new ArrayList<>();

  @BeforeEach
  void aServerWithAKey() {
    stage.put(Stage.plan(), "Ready");
  }

  private Outcome change(DataEncryption wanted) {
    return new KeyChange(stage, stage.time, Retry.Policy.STANDARD)
        .run(Stage.plan().serverId(), wanted, events::add, cancellation);
  }

  @Test
  void theServerIsReadBackWithItsNewKey() {
    Outcome outcome = change(NEW);
    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    assertThat(((Outcome.Succeeded) outcome).server().encryption().key()).isEqualTo(NEW.key());
    assertThat(events).extracting(Progress.Event::step).containsSubsequence(KeyChange.STEP_IDS);
  }

  @Test
  void aVersionlessKeyIsAnotherThanItsNewestVersion() {
    DataEncryption versionless =
        DataEncryption.customerManaged(Stage.KEY.versionless(), Stage.IDENTITY);
    Outcome outcome = change(versionless);
    assertThat(((Outcome.Succeeded) outcome).server().encryption().key())
        .contains(Stage.KEY.versionless());
  }

  @Test
  void aChangeThatTheServiceDidNotMakeIsAFailure() {
    stage.spy =
        call -> {
          if (call.equals("get")) {
            stage.put(Stage.plan(), "Ready");
          }
        };
    Outcome outcome = change(NEW);
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(((Outcome.Failed) outcome).failure().code()).isEqualTo("EncryptionDiffers");
  }

  @Test
  void aRefusalIsToldWithItsStep() {
    CloudFailure refused = Stage.failure(Kind.KEY_UNUSABLE, "AzureKeyVaultKeyNameNotFound");
    stage.fail("poll", refused);
    assertThat(change(NEW)).isEqualTo(new Outcome.Failed(KeyChange.CHANGE, refused));
  }

  @Test
  void aCancellationEndsTheWaiting() {
    stage.spy =
        call -> {
          if (call.equals("poll")) {
            cancellation.cancel();
          }
        };
    assertThat(change(NEW)).isEqualTo(new Outcome.Cancelled(KeyChange.CHANGE));
    assertThat(stage.count("poll")).isEqualTo(1);
  }
}
