package dev.wrapkey.ui.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.CloudFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplanationTest {

  private static Explanation of(CloudFailure.Kind kind, String code) {
    return Explanation.of(new CloudFailure(kind, code, "", ""));
  }

  /** The codes of portal specification 7.4. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "AzureKeyVaultKeyNameNotFound",
        "AzureKeyVaultKeyNotFound",
        "CMKInvalidEncryptionParameters",
        "CMKNotSupportedForGeoRedundantBackupEnabledServer",
        "CannotSetResourceIdentity",
        "FeatureSwitchNotEnabled",
        "InternalServerError",
        "ServerIsBusy",
        "AzureKeyVaultKeyDisabledMessage",
        "AzureKeyVaultMissingPermissionsMessage",
        "AzureKeyVaultKeyDisabled",
        "AzureKeyVaultMissingPermissions",
        "AzureKeyVaultNoServerIdentity",
        "AdalServicePrincipalNotFound",
        "ServerKeyDoesNotExists",
        "AzureKeyVaultKeyInUse",
        "AzureKeyVaultConnectionFailed"
      })
  void everyCodeOfTheCatalogueHasWordsOfItsOwn(String code) {
    Explanation own = of(CloudFailure.Kind.SERVICE, code);
    Explanation general = of(CloudFailure.Kind.SERVICE, "SomethingNobodyKnows");
    assertThat(own.means()).isNotBlank().isNotEqualTo(general.means());
    assertThat(own.todo()).isNotBlank().isNotEqualTo(general.todo());
  }

  @ParameterizedTest
  @EnumSource
  void anyOtherCodeIsExplainedByItsKind(CloudFailure.Kind kind) {
    Explanation general = of(kind, "SomethingNobodyKnows");
    assertThat(general.means()).isNotBlank();
    assertThat(general.todo()).isNotBlank();
  }

  @Test
  void aFreshRoleAssignmentIsNamedAsTheReasonForAKeyThatIsNotFound() {
    assertThat(of(CloudFailure.Kind.KEY_UNUSABLE, "AzureKeyVaultKeyNotFound").todo())
        .contains("wait ten minutes");
  }

  @Test
  void whatWrapkeyItselfRefusedIsNotBlamedOnAzure() {
    assertThat(of(CloudFailure.Kind.INVALID, "OldVersionUnusable").means())
        .contains("Wrapkey did not send this");
    CloudFailure theirs = new CloudFailure(CloudFailure.Kind.INVALID, "Bad", "", "a1b2");
    assertThat(Explanation.of(theirs).means()).contains("Azure refused it");
    assertThat(Failures.text(theirs)).contains("Azure refused the request");
    assertThat(Failures.text(new CloudFailure(CloudFailure.Kind.INVALID, "Bad", "no", "")))
        .isEqualTo(
            "Wrapkey did not send this to Azure, because it cannot succeed as it is. Nothing was"
                + " changed. The details say why; correct it and try again.\nDetails: Bad: no");
  }
}
