package dev.wrapkey.simulator;

import dev.wrapkey.simulator.Practice.Answer;
import java.time.Duration;

/** Orders servers by raw requests, as any client could. */
final class Orders {

  static final String PASSWORD = "Canary-7h3-Passw0rd";

  private final Practice practice;

  Orders(Practice practice) {
    this.practice = practice;
  }

  static String id(String server) {
    return "/subscriptions/"
        + Practice.PRODUCTION
        + "/resourceGroups/rg-orders/providers/Microsoft.DBforPostgreSQL/flexibleServers/"
        + server;
  }

  static String url(String server) {
    return Practice.ARM + id(server) + "?api-version=" + Practice.PG;
  }

  static String identity(String name) {
    String group = name.endsWith("weu") ? "rg-reporting" : "rg-orders";
    return "/subscriptions/"
        + Practice.PRODUCTION
        + "/resourceGroups/"
        + group
        + "/providers/Microsoft.ManagedIdentity/userAssignedIdentities/"
        + name;
  }

  static String vault(String name) {
    return "/subscriptions/"
        + Practice.PRODUCTION
        + "/resourceGroups/rg-security/providers/Microsoft.KeyVault/vaults/"
        + name;
  }

  static String key(String vault, String key) {
    return "https://" + vault + ".vault.azure.net/keys/" + key;
  }

  /** The body of a server in East US without data encryption. */
  static String plain() {
    return body("");
  }

  /** The body of a server in East US with a customer-managed key. */
  static String encrypted(String key, String identity) {
    return body(encryption(key, identity));
  }

  private static String body(String encryption) {
    return """
    {"location": "eastus", "sku": {"name": "Standard_D2ads_v5", "tier": "GeneralPurpose"}, %s
     "properties": {"administratorLogin": "wrapadmin", "administratorLoginPassword": "%s", "version": "17",
       "storage": {"storageSizeGB": 128}, %s "createMode": "Create"}}\
    """
        .formatted(identityPart(encryption), PASSWORD, encryption);
  }

  private static String identityPart(String encryption) {
    int at = encryption.indexOf("/subscriptions/");
    return at < 0
        ? ""
        : "\"identity\": {\"type\": \"UserAssigned\", \"userAssignedIdentities\": {\"%s\": {}}},"
            .formatted(encryption.substring(at, encryption.indexOf('"', at)));
  }

  private static String encryption(String key, String identity) {
    return """
    "dataEncryption": {"type": "AzureKeyVault", "primaryKeyURI": "%s", "primaryUserAssignedIdentityId": "%s"},\
    """
        .formatted(key, identity(identity));
  }

  /** The body of a change of key and identity. */
  static String change(String key, String identity) {
    String part = encryption(key, identity);
    return "{"
        + identityPart(part)
        + "\"properties\": {"
        + part.substring(0, part.length() - 1)
        + "}}";
  }

  Answer put(String server, String body) {
    return practice.send("PUT", url(server), body);
  }

  /** Lets an accepted operation come to its end and tells how it ended. */
  Answer outcome(Answer accepted) {
    String operation = accepted.header("Azure-AsyncOperation");
    for (int i = 0; i < 60; i++) {
      Answer status = practice.get(operation);
      if (!status.json().path("status").asText().equals("InProgress")) {
        return status;
      }
      practice.time.jump(Duration.ofSeconds(10));
    }
    throw new AssertionError("the operation does not end: " + operation);
  }

  /** Creates a server and waits for it. */
  Answer create(String server, String body) {
    Answer accepted = put(server, body);
    if (accepted.status() != 202) {
      throw new AssertionError(accepted.body());
    }
    return outcome(accepted);
  }
}
