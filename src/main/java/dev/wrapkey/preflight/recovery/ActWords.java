package dev.wrapkey.preflight.recovery;

import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Server;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Acts for people: as a sentence and as a command of the Azure CLI.
 *
 * <p>Source: reference of {@code az keyvault} and {@code az postgres flexible-server}, 2026.
 */
final class ActWords {

  private ActWords() {}

  static String words(Act act) {
    return switch (act) {
      case Act.Mend(var remedy) -> remedy.words();
      case Act.RecoverKey(var key) -> Phrases.say("act.key", name(key));
      case Act.RecoverVault(var store) ->
          Phrases.say(
              store.kind() == KeyStore.Kind.MANAGED_HSM ? "act.hsm" : "act.vault", store.name());
      case Act.Activate(var version, var from) ->
          Phrases.say("act.activate", versioned(version), moment(from));
      case Act.Permit(var version, _) -> Phrases.say("act.permit", versioned(version));
      case Act.Point(var server, var wanted) ->
          Phrases.say(
              "act.point",
              server.name(),
              wanted.key().map(ActWords::versioned).orElseGet(() -> Phrases.say("act.point.own")),
              wanted.identity().map(ResourceId::name).orElse("?"));
      case Act.Revalidate(var server) -> Phrases.say("act.revalidate", server.name());
    };
  }

  static String command(Act act) {
    return switch (act) {
      case Act.Mend(var remedy) -> remedy.command();
      case Act.RecoverKey(var key) ->
          "az keyvault key recover %s %s --name %s"
              .formatted(
                  key.isManagedHsm() ? "--hsm-name" : "--vault-name", key.storeName(), key.key());
      case Act.RecoverVault(var store) ->
          "az keyvault recover %s %s --location %s --subscription %s"
              .formatted(
                  store.kind() == KeyStore.Kind.MANAGED_HSM ? "--hsm-name" : "--name",
                  store.name(),
                  store.region(),
                  store.id().subscription());
      case Act.Activate(var version, var from) ->
          "az keyvault key set-attributes --id %s --not-before %s"
              .formatted(version, from.truncatedTo(ChronoUnit.SECONDS));
      case Act.Permit(var version, var operations) ->
          "az keyvault key set-attributes --id %s --ops %s"
              .formatted(version, String.join(" ", operations));
      case Act.Point(var server, var wanted) -> update(server, wanted);
      case Act.Revalidate(var server) -> update(server, server.encryption());
    };
  }

  private static String update(Server server, DataEncryption keys) {
    return "az postgres flexible-server update --subscription %s --resource-group \"%s\" --name %s%s%s"
        .formatted(
            server.id().subscription(),
            server.id().resourceGroup(),
            server.name(),
            keys.key()
                .flatMap(
                    key ->
                        keys.identity().map(who -> " --key %s --identity %s".formatted(key, who)))
                .orElse(""),
            keys.geo()
                .map(
                    geo ->
                        " --backup-key %s --backup-identity %s"
                            .formatted(geo.key(), geo.identity()))
                .orElse(""));
  }

  private static String versioned(KeyIdentifier id) {
    return id.version()
        .map(version -> Phrases.say("act.version", version, name(id)))
        .orElseGet(() -> Phrases.say("act.newest", name(id)));
  }

  private static String name(KeyIdentifier id) {
    return Phrases.say("act.in", id.key(), id.storeName());
  }

  private static String moment(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ').replace("Z", "");
  }
}
