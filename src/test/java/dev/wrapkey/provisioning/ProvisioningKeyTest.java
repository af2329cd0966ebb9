package dev.wrapkey.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wrapkey.provisioning.CloudFailure.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProvisioningKeyTest extends StagedRun {

  @Test
  void missingRightsAreNamedBeforeAnythingIsMade() {
    stage.rights = new Rights(Set.of("get"));
    CloudFailure failure = failureOf(run(Stage.plan(), ledger(Stage.plan())), "check-key");

    assertThat(failure.kind()).isEqualTo(Kind.KEY_UNUSABLE);
    assertThat(failure.details())
        .isEqualTo("The identity id-orders lacks unwrapKey, wrapKey on kv-orders.");
    assertThat(stage.asked).doesNotContain("create");
  }

  @Test
  void aKeyThatIsNotThereIsUnusable() {
    stage.fail("key", Stage.failure(Kind.NOT_FOUND, "KeyNotFound"));
    assertThat(failureOf(run(Stage.plan(), ledger(Stage.plan())), "check-key").kind())
        .isEqualTo(Kind.KEY_UNUSABLE);
  }

  @Test
  void aKeySwitchedOffIsUnusable() {
    stage.life = new Key.Life(false, Stage.START, Optional.empty(), Optional.empty());
    assertThat(failureOf(run(Stage.plan(), ledger(Stage.plan())), "check-key").code())
        .isEqualTo("KeyDisabled");
  }

  @Test
  void aKeyThatExpiresThisMomentIsExpired() {
    stage.life = new Key.Life(true, Stage.START, Optional.empty(), Optional.of(Stage.START));
    assertThat(failureOf(run(Stage.plan(), ledger(Stage.plan())), "check-key").code())
        .isEqualTo("KeyExpired");
  }

  @Test
  void aKeyThatBecomesValidLaterIsUnusable() {
    stage.life =
        new Key.Life(true, Stage.START, Optional.of(Stage.START.plusSeconds(1)), Optional.empty());
    assertThat(failureOf(run(Stage.plan(), ledger(Stage.plan())), "check-key").code())
        .isEqualTo("KeyNotYetValid");
  }

  @Test
  void whatThePersonMayNotReadIsLeftToAzure() {
    stage.fail("rights", Stage.failure(Kind.FORBIDDEN, "AuthorizationFailed"));
    stage.fail("key", Stage.failure(Kind.FORBIDDEN, "ForbiddenByRbac"));
    assertThat(run(Stage.plan(), ledger(Stage.plan()))).isInstanceOf(Outcome.Succeeded.class);
  }

  @Test
  void anIdentityThePersonMayNotReadIsLeftToAzure() {
    stage.fail("identity", Stage.failure(Kind.FORBIDDEN, "AuthorizationFailed"));
    assertThat(run(Stage.plan(), ledger(Stage.plan()))).isInstanceOf(Outcome.Succeeded.class);
    assertThat(stage.asked).doesNotContain("rights").contains("key");
  }

  @Test
  void anIdentityThatIsNotThereIsNamed() {
    stage.fail("identity", Stage.failure(Kind.NOT_FOUND, "ResourceNotFound"));
    assertThat(failureOf(run(Stage.plan(), ledger(Stage.plan())), "check-key").details())
        .contains("id-orders");
  }

  @Test
  void aServerWithAnotherKeyThanPlannedIsNotASuccess() {
    KeyIdentifier other = Stage.KEY.withVersion("ffffffffffffffffffffffffffffffff");
    stage.spy =
        call -> {
          if (call.equals("get")) {
            stage.put(Stage.plan(), "Ready", DataEncryption.customerManaged(other, Stage.IDENTITY));
          }
        };
    CloudFailure failure = failureOf(run(Stage.plan(), ledger(Stage.plan())), "verify");
    assertThat(failure.code()).isEqualTo("EncryptionDiffers");
    assertThat(failure.details()).contains(Stage.KEY.toString(), other.toString());
  }

  @Test
  void aServerWithAServiceManagedKeyInsteadIsNotASuccess() {
    stage.spy =
        call -> {
          if (call.equals("get")) {
            stage.put(Stage.plan(), "Ready", DataEncryption.serviceManaged());
          }
        };
    failureOf(run(Stage.plan(), ledger(Stage.plan())), "verify");
  }

  @Test
  void aKeyThatTheServiceCallsInvalidIsNotASuccess() {
    stage.spy =
        call -> {
          if (call.equals("get")) {
            stage.put(Stage.plan(), "Ready", withStatus("Invalid"));
          }
        };
    assertThat(failureOf(run(Stage.plan(), ledger(Stage.plan())), "verify").kind())
        .isEqualTo(Kind.KEY_UNUSABLE);
  }

  @Test
  void aKeyWhoseStatusIsUnknownOrValidIsASuccess() {
    for (String status : List.of("Unknown", "Valid")) {
      stage.spy =
          call -> {
            if (call.equals("get")) {
              stage.put(Stage.plan(), "Ready", withStatus(status));
            }
          };
      assertThat(run(Stage.plan(), ledger(Stage.plan()))).isInstanceOf(Outcome.Succeeded.class);
    }
  }

  private static DataEncryption withStatus(String status) {
    return DataEncryption.customerManaged(Stage.KEY, Stage.IDENTITY).withStatus(status);
  }

  @Test
  void aChangeOfTheFirstKeySaysNothingOfTheSecond() {
    DataEncryption two =
        Stage.plan()
            .encryption()
            .withGeo(Optional.of(new GeoEncryption(Stage.KEY, Stage.IDENTITY, Optional.empty())));
    stage.put(Stage.plan(), "Ready", two);
    VerifyEncryption.requireAsPlanned(
        stage.servers.get(Stage.plan().serverId()), Stage.plan().encryption());
    stage.put(Stage.plan(), "Ready");
    Server one = stage.servers.get(Stage.plan().serverId());
    assertThatThrownBy(() -> VerifyEncryption.requireAsPlanned(one, two))
        .isInstanceOf(CloudFailure.class);
  }
}
