package dev.wrapkey.preflight.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.preflight.Check;
import dev.wrapkey.preflight.Purpose;
import dev.wrapkey.preflight.Remedy;
import dev.wrapkey.preflight.Report;
import dev.wrapkey.preflight.Verdict;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.KeyIdentifier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The codes are those of the portal specification, 7.4. */
class DiagnosisTest {

  private static final CloudFailure UNSEEN =
      new CloudFailure(Kind.FORBIDDEN, "AuthorizationFailed", "No.", "");

  private static CloudFailure failure(String code) {
    return new CloudFailure(Kind.KEY_UNUSABLE, code, "Some text that may change.", "");
  }

  private static Check check(String rule, Verdict verdict) {
    return new Check(rule, Purpose.PRIMARY, verdict, rule, Optional.empty());
  }

  private static Report report(String... told) {
    return new Report(
        Stream.of(told)
            .map(each -> each.split(" "))
            .map(each -> check(each[0], Verdict.valueOf(each[1])))
            .toList(),
        List.of(),
        Duration.ZERO);
  }

  private static Cause first(String code, String... told) {
    return Diagnosis.of(failure(code), report(told)).getFirst();
  }

  private static Likelihood of(Suspect suspect, List<Cause> causes) {
    return causes.stream()
        .filter(cause -> cause.suspect() == suspect)
        .findFirst()
        .orElseThrow()
        .likelihood();
  }

  @ParameterizedTest
  @CsvSource({
    "AzureKeyVaultKeyNameNotFound, CMK-10, NO_RIGHTS",
    "AzureKeyVaultKeyNameNotFound, CMK-11, NO_RIGHTS",
    "AzureKeyVaultKeyNameNotFound, KEY-1, KEY_MISSING",
    "AzureKeyVaultKeyNameNotFound, CMK-8, FIREWALL",
    "AzureKeyVaultKeyNameNotFound, CMK-20, IDENTITY_MISSING",
    "AzureKeyVaultKeyNameNotFound, CMK-1, OTHER_TENANT",
    "AzureKeyVaultKeyNotFound, CMK-10, NO_RIGHTS",
    "AzureKeyVaultKeyNotFound, KEY-1, KEY_MISSING",
    "CMKInvalidEncryptionParameters, CMK-27, GEO_PAIR_MISSING",
    "CMKInvalidEncryptionParameters, CMK-26, GEO_PAIR_MISSING",
    "CMKInvalidEncryptionParameters, CMK-22, SAME_IDENTITY",
    "CMKInvalidEncryptionParameters, CMK-25, GEO_STORE_ELSEWHERE",
    "CMKInvalidEncryptionParameters, CMK-28, GEO_NOT_ENABLED",
    "CannotSetResourceIdentity, CMK-20, IDENTITY_MISSING",
    "CannotSetResourceIdentity, RIGHT-2, MAY_NOT_ASSIGN",
    "ServerIsBusy, STATE-1, SERVER_BUSY",
    "AzureKeyVaultKeyDisabledMessage, CMK-17, KEY_DISABLED",
    "AzureKeyVaultKeyDisabledMessage, CMK-16, KEY_EXPIRED",
    "AzureKeyVaultKeyDisabled, CMK-15, KEY_NOT_ACTIVE",
    "AzureKeyVaultMissingPermissionsMessage, CMK-10, NO_RIGHTS",
    "AzureKeyVaultMissingPermissions, CMK-19, KEY_OPERATIONS",
    "AzureKeyVaultNoServerIdentity, BLD-12, HALF_A_PAIR",
    "AdalServicePrincipalNotFound, CMK-20, IDENTITY_MISSING",
    "ServerKeyDoesNotExists, KEY-1, KEY_MISSING",
    "AzureKeyVaultConnectionFailed, CMK-8, FIREWALL",
    "MissingPermissions, CMK-10, NO_RIGHTS",
    "KeyNotFound, KEY-1, KEY_MISSING",
    "KeyExpired, CMK-16, KEY_EXPIRED",
    "SomeNewCodeAboutTheKey, CMK-17, KEY_DISABLED",
    "SomeNewCodeAboutTheKey, CMK-13, KEY_KIND",
    "AzureKeyVaultKeyDisabled, RST-3, SOURCE_KEY",
    "GeoBackupsNotAvailable, RST-5, BACKUPS_ON_THEIR_WAY"
  })
  void whatFailedJustNowIsTheFirstCause(String code, String rule, Suspect suspect) {
    Cause cause = first(code, rule + " FAILED");
    assertThat(cause.suspect()).isEqualTo(suspect);
    assertThat(cause.likelihood()).isEqualTo(Likelihood.FOUND);
    assertThat(cause.evidence()).extracting(Check::rule).containsExactly(rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CMKNotSupportedForGeoRedundantBackupEnabledServer",
        "FeatureSwitchNotEnabled",
        "GeoBackupsNotAvailable",
        "AzureKeyVaultKeyInUse"
      })
  void whatCannotBeSeenFromOutsideIsPossibleWithoutEvidence(String code) {
    Cause cause = first(code, "CMK-10 PASSED", "KEY-1 PASSED");
    assertThat(cause.likelihood()).isEqualTo(Likelihood.POSSIBLE);
    assertThat(cause.evidence()).isEmpty();
  }

  @Test
  void missingRightsStandAboveAMissingKeyThatWasRead() {
    List<Cause> causes =
        Diagnosis.of(
            failure("AzureKeyVaultKeyNameNotFound"), report("KEY-1 PASSED", "CMK-10 FAILED"));
    assertThat(causes.getFirst().suspect()).isEqualTo(Suspect.NO_RIGHTS);
    assertThat(of(Suspect.KEY_MISSING, causes)).isEqualTo(Likelihood.RULED_OUT);
    assertThat(of(Suspect.RIGHTS_SPREADING, causes)).isEqualTo(Likelihood.RULED_OUT);
  }

  @Test
  void aMissingKeyStandsAboveRightsThatAreThere() {
    assertThat(first("AzureKeyVaultKeyNameNotFound", "KEY-1 FAILED", "CMK-10 PASSED").suspect())
        .isEqualTo(Suspect.KEY_MISSING);
  }

  @Test
  void ifAllIsInOrderTheRightsAreProbablyStillOnTheirWay() {
    Cause cause =
        first("AzureKeyVaultKeyNotFound", "KEY-1 PASSED", "CMK-10 PASSED", "CMK-8 PASSED");
    assertThat(cause.suspect()).isEqualTo(Suspect.RIGHTS_SPREADING);
    assertThat(cause.likelihood()).isEqualTo(Likelihood.LIKELY);
  }

  @Test
  void rightsThatWereGrantedAMomentAgoAreFound() {
    Cause cause = first("AzureKeyVaultKeyNameNotFound", "KEY-1 PASSED", "CMK-10 UNKNOWN");
    assertThat(cause.suspect()).isEqualTo(Suspect.RIGHTS_SPREADING);
    assertThat(cause.likelihood()).isEqualTo(Likelihood.FOUND);
  }

  @Test
  void rightsThatCouldNotBeSeenAreOnlyPossible() {
    Report blind =
        new Report(List.of(check("CMK-10", Verdict.UNKNOWN)), List.of(UNSEEN), Duration.ZERO);
    List<Cause> causes = Diagnosis.of(failure("AzureKeyVaultKeyNameNotFound"), blind);
    assertThat(causes).extracting(Cause::likelihood).containsOnly(Likelihood.POSSIBLE);
    assertThat(causes.getFirst().suspect()).isEqualTo(Suspect.NO_RIGHTS);
  }

  @Test
  void anInternalErrorMayComeFromAnIdentifierWithoutAVersion() {
    assertThat(first("InternalServerError", "CMK-42 PASSED").suspect())
        .isEqualTo(Suspect.NO_VERSION);
    List<Cause> versioned = Diagnosis.of(failure("InternalServerError"), report("CMK-42 ADVICE"));
    assertThat(versioned.getFirst().suspect()).isEqualTo(Suspect.SERVICE);
    assertThat(of(Suspect.NO_VERSION, versioned)).isEqualTo(Likelihood.RULED_OUT);
  }

  @Test
  void theSecondKeyCountsToo() {
    Check geo = new Check("CMK-17", Purpose.GEO, Verdict.FAILED, "x", Optional.empty());
    Report both =
        new Report(List.of(check("CMK-17", Verdict.PASSED), geo), List.of(), Duration.ZERO);
    assertThat(Diagnosis.of(failure("AzureKeyVaultKeyDisabled"), both).getFirst().evidence())
        .containsExactly(geo);
  }

  @Test
  void theRemedyIsThatOfTheEvidence() {
    Remedy enable =
        new Remedy.EnableKey(
            KeyIdentifier.of(
                "https://kv-a.vault.azure.net/keys/k/0123456789abcdef0123456789abcdef"));
    Check off = new Check("CMK-17", Purpose.PRIMARY, Verdict.FAILED, "Off.", Optional.of(enable));
    Report report = new Report(List.of(off), List.of(), Duration.ZERO);
    assertThat(Diagnosis.of(failure("AzureKeyVaultKeyDisabled"), report).getFirst().remedy())
        .contains(enable);
  }

  @Test
  void theTextIsNotLookedAt() {
    CloudFailure misleading =
        new CloudFailure(Kind.SERVICE, "Whatever", "AzureKeyVaultKeyNotFound: key not found", "");
    assertThat(Diagnosis.knows(misleading)).isFalse();
    assertThat(Diagnosis.of(misleading, report("CMK-10 FAILED"))).isEmpty();
  }

  @Test
  void RST_3_theKeyOfTheSourceIsASuspectOfCopiesOnly() {
    CloudFailure disabled =
        new CloudFailure(CloudFailure.Kind.KEY_UNUSABLE, "AzureKeyVaultKeyDisabled", "", "");
    assertThat(Diagnosis.of(disabled, report("CMK-17 PASSED")))
        .extracting(Cause::suspect)
        .doesNotContain(Suspect.SOURCE_KEY);
    assertThat(Diagnosis.of(disabled, report("CMK-17 PASSED", "RST-3 PASSED")))
        .extracting(Cause::suspect)
        .contains(Suspect.SOURCE_KEY);
  }
}
