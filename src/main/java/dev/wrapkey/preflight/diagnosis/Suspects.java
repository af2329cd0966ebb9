package dev.wrapkey.preflight.diagnosis;

import static dev.wrapkey.preflight.diagnosis.Suspect.BACKUPS_ON_THEIR_WAY;
import static dev.wrapkey.preflight.diagnosis.Suspect.FIREWALL;
import static dev.wrapkey.preflight.diagnosis.Suspect.GEO_NOT_ENABLED;
import static dev.wrapkey.preflight.diagnosis.Suspect.GEO_PAIR_MISSING;
import static dev.wrapkey.preflight.diagnosis.Suspect.GEO_STORE_ELSEWHERE;
import static dev.wrapkey.preflight.diagnosis.Suspect.HALF_A_PAIR;
import static dev.wrapkey.preflight.diagnosis.Suspect.IDENTITY_MISSING;
import static dev.wrapkey.preflight.diagnosis.Suspect.IDENTITY_YOUNG;
import static dev.wrapkey.preflight.diagnosis.Suspect.KEY_DISABLED;
import static dev.wrapkey.preflight.diagnosis.Suspect.KEY_EXPIRED;
import static dev.wrapkey.preflight.diagnosis.Suspect.KEY_IN_USE;
import static dev.wrapkey.preflight.diagnosis.Suspect.KEY_KIND;
import static dev.wrapkey.preflight.diagnosis.Suspect.KEY_MISSING;
import static dev.wrapkey.preflight.diagnosis.Suspect.KEY_NOT_ACTIVE;
import static dev.wrapkey.preflight.diagnosis.Suspect.KEY_OPERATIONS;
import static dev.wrapkey.preflight.diagnosis.Suspect.MAY_NOT_ASSIGN;
import static dev.wrapkey.preflight.diagnosis.Suspect.NOT_OFFERED;
import static dev.wrapkey.preflight.diagnosis.Suspect.NO_RIGHTS;
import static dev.wrapkey.preflight.diagnosis.Suspect.NO_VERSION;
import static dev.wrapkey.preflight.diagnosis.Suspect.OTHER_REGION;
import static dev.wrapkey.preflight.diagnosis.Suspect.OTHER_TENANT;
import static dev.wrapkey.preflight.diagnosis.Suspect.RIGHTS_SPREADING;
import static dev.wrapkey.preflight.diagnosis.Suspect.SAME_IDENTITY;
import static dev.wrapkey.preflight.diagnosis.Suspect.SERVER_BUSY;
import static dev.wrapkey.preflight.diagnosis.Suspect.SERVICE;
import static dev.wrapkey.preflight.diagnosis.Suspect.SERVICE_MANAGED;
import static dev.wrapkey.preflight.diagnosis.Suspect.STORE_UNPROTECTED;
import static dev.wrapkey.preflight.diagnosis.Suspect.STORE_UNSEEN;
import static dev.wrapkey.preflight.diagnosis.Suspect.VERSION_EXPIRED;

import dev.wrapkey.provisioning.CloudFailure;
import java.util.List;
import java.util.Map;

/**
 * The suspects of each code, those first that are behind it most often.
 *
 * <p>Source: the error catalogue of the portal specification, 7.4, with the documents and threads
 * that it names; texts are not looked at, they change.
 */
final class Suspects {

  private static final List<Suspect> DISABLED = List.of(KEY_DISABLED, KEY_EXPIRED, KEY_NOT_ACTIVE);
  private static final List<Suspect> PERMISSIONS =
      List.of(NO_RIGHTS, RIGHTS_SPREADING, KEY_OPERATIONS);

  private static final Map<String, List<Suspect>> BY_CODE =
      Map.ofEntries(
          Map.entry(
              "AzureKeyVaultKeyNameNotFound",
              List.of(
                  NO_RIGHTS,
                  KEY_MISSING,
                  FIREWALL,
                  RIGHTS_SPREADING,
                  IDENTITY_MISSING,
                  OTHER_TENANT,
                  STORE_UNSEEN)),
          Map.entry(
              "AzureKeyVaultKeyNotFound",
              List.of(RIGHTS_SPREADING, NO_RIGHTS, KEY_MISSING, FIREWALL, STORE_UNSEEN)),
          Map.entry(
              "CMKInvalidEncryptionParameters",
              List.of(GEO_PAIR_MISSING, SAME_IDENTITY, GEO_STORE_ELSEWHERE, GEO_NOT_ENABLED)),
          Map.entry("CMKNotSupportedForGeoRedundantBackupEnabledServer", List.of(NOT_OFFERED)),
          Map.entry("CannotSetResourceIdentity", List.of(IDENTITY_MISSING, MAY_NOT_ASSIGN)),
          Map.entry("FeatureSwitchNotEnabled", List.of(NOT_OFFERED)),
          Map.entry("InternalServerError", List.of(NO_VERSION, SERVICE)),
          Map.entry("ServerIsBusy", List.of(SERVER_BUSY)),
          Map.entry("GeoBackupsNotAvailable", List.of(BACKUPS_ON_THEIR_WAY)),
          Map.entry("AzureKeyVaultKeyDisabledMessage", DISABLED),
          Map.entry("AzureKeyVaultKeyDisabled", DISABLED),
          Map.entry("AzureKeyVaultMissingPermissionsMessage", PERMISSIONS),
          Map.entry("AzureKeyVaultMissingPermissions", PERMISSIONS),
          Map.entry("AzureKeyVaultNoServerIdentity", List.of(HALF_A_PAIR, IDENTITY_MISSING)),
          Map.entry("AdalServicePrincipalNotFound", List.of(IDENTITY_MISSING, IDENTITY_YOUNG)),
          Map.entry("ServerKeyDoesNotExists", List.of(KEY_MISSING, SERVICE_MANAGED)),
          Map.entry("AzureKeyVaultKeyInUse", List.of(KEY_IN_USE)),
          Map.entry("AzureKeyVaultConnectionFailed", List.of(FIREWALL, STORE_UNSEEN)),
          // Wrapkey's own, from before Azure is asked, and Key Vault's
          Map.entry("MissingPermissions", PERMISSIONS),
          Map.entry("KeyNotFound", List.of(KEY_MISSING, STORE_UNSEEN)),
          Map.entry("KeyDisabled", DISABLED),
          Map.entry("KeyExpired", DISABLED),
          Map.entry("KeyNotYetValid", DISABLED));

  private static final List<Suspect> UNUSABLE_KEY =
      List.of(
          NO_RIGHTS,
          KEY_MISSING,
          KEY_DISABLED,
          KEY_EXPIRED,
          KEY_NOT_ACTIVE,
          FIREWALL,
          RIGHTS_SPREADING,
          KEY_OPERATIONS,
          KEY_KIND,
          IDENTITY_MISSING,
          STORE_UNPROTECTED,
          OTHER_REGION,
          OTHER_TENANT);

  /** Why a server that had its key has lost it (portal specification 7.2, INA-1 to INA-9). */
  private static final List<Suspect> LOST_KEY =
      List.of(
          VERSION_EXPIRED,
          KEY_EXPIRED,
          KEY_MISSING,
          KEY_DISABLED,
          KEY_NOT_ACTIVE,
          KEY_OPERATIONS,
          IDENTITY_MISSING,
          NO_RIGHTS,
          FIREWALL,
          STORE_UNSEEN);

  private Suspects() {}

  /** Whether a key is behind it, as far as code and kind tell. */
  static boolean isAboutKeys(CloudFailure why) {
    return why.kind() == CloudFailure.Kind.KEY_UNUSABLE || why.code().startsWith("AzureKeyVault");
  }

  /** Those of a server that cannot use its key any more. */
  static List<Suspect> ofLostKey() {
    return LOST_KEY;
  }

  /** Those of the code, or else of the kind of failure; none if there are none. */
  static List<Suspect> of(CloudFailure why) {
    List<Suspect> known = BY_CODE.get(why.code());
    if (known != null) {
      return known;
    }
    return why.kind() == CloudFailure.Kind.KEY_UNUSABLE ? UNUSABLE_KEY : List.of();
  }
}
