package dev.wrapkey.preflight;

import dev.wrapkey.language.Language;
import dev.wrapkey.language.Phrases;
import dev.wrapkey.preflight.Remedy.AllowTrustedServices;
import dev.wrapkey.preflight.Remedy.EnableKey;
import dev.wrapkey.preflight.Remedy.EnablePurgeProtection;
import dev.wrapkey.preflight.Remedy.ExtendExpiry;
import dev.wrapkey.preflight.Remedy.Grant;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Remedies for people: as a sentence and as a command of the Azure CLI.
 *
 * <p>Source: reference of {@code az keyvault} and {@code az role assignment}, 2026.
 */
final class RemedyWords {

  private static final String ROLE = "Key Vault Crypto Service Encryption User";
  private static final String LOCAL_ROLE = "Managed HSM Crypto Service Encryption User";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern(Phrases.say("day"), Language.ofThisRun().locale())
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private RemedyWords() {}

  static String words(Remedy remedy) {
    return switch (remedy) {
      case Grant grant when isHsm(grant) ->
          Phrases.say("remedy.local", grant.identity().name(), LOCAL_ROLE, grant.store().name());
      case Grant grant when grant.store().rbac() ->
          Phrases.say("remedy.role", grant.identity().name(), ROLE, grant.store().name());
      case Grant grant ->
          Phrases.say("remedy.policy", grant.store().name(), grant.identity().name());
      case EnablePurgeProtection purge ->
          Phrases.say(
              purge.store().protection().softDelete() ? "remedy.purge" : "remedy.purge.soft",
              purge.store().name(),
              purge.store().protection().retentionDays());
      case AllowTrustedServices trust -> Phrases.say("remedy.trusted", trust.store().name());
      case ExtendExpiry extend ->
          Phrases.say(
              "remedy.extend",
              version(extend.version()),
              key(extend.version()),
              DAY.format(extend.until()));
      case EnableKey enable ->
          Phrases.say("remedy.enable", version(enable.version()), key(enable.version()));
    };
  }

  static String command(Remedy remedy) {
    return switch (remedy) {
      case Grant grant when isHsm(grant) ->
          "az keyvault role assignment create --hsm-name %s --role \"%s\" --assignee-object-id %s --assignee-principal-type ServicePrincipal --scope /keys"
              .formatted(grant.store().name(), LOCAL_ROLE, grant.identity().principalId());
      case Grant grant when grant.store().rbac() ->
          "az role assignment create --role \"%s\" --assignee-object-id %s --assignee-principal-type ServicePrincipal --scope \"%s\""
              .formatted(ROLE, grant.identity().principalId(), grant.store().id());
      case Grant grant ->
          "az keyvault set-policy %s --object-id %s --key-permissions get list wrapKey unwrapKey"
              .formatted(place(grant.store()), grant.identity().principalId());
      case EnablePurgeProtection purge ->
          "az keyvault update %s%s --enable-purge-protection true"
              .formatted(
                  place(purge.store()),
                  purge.store().protection().softDelete() ? "" : " --enable-soft-delete true");
      case AllowTrustedServices trust ->
          "az keyvault update %s --bypass AzureServices".formatted(place(trust.store()));
      case ExtendExpiry extend ->
          "az keyvault key set-attributes --id %s --expires %s"
              .formatted(extend.version(), MOMENT.format(extend.until()));
      case EnableKey enable ->
          "az keyvault key set-attributes --id %s --enabled true".formatted(enable.version());
    };
  }

  private static boolean isHsm(Grant grant) {
    return grant.store().kind() == KeyStore.Kind.MANAGED_HSM;
  }

  private static String place(KeyStore store) {
    return "--name %s --resource-group \"%s\" --subscription %s"
        .formatted(store.name(), store.id().resourceGroup(), store.id().subscription());
  }

  private static String version(KeyIdentifier id) {
    return Phrases.say("version", id.version().orElse("?"));
  }

  private static String key(KeyIdentifier id) {
    return id.key() + " in " + id.storeName();
  }
}
