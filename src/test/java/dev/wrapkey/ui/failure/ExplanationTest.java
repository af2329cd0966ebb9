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
}
