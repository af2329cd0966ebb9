package dev.wrapkey.simulator.gateway;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Requests that no honest client sends: sound ones with something broken in them. */
final class Nonsense {

  private static final String SUB = "/subscriptions/facade00-0000-4000-a000-0000000000a1";
  private static final String SERVERS = "/providers/Microsoft.DBforPostgreSQL/flexibleServers";
  private static final String GROUP = SUB + "/resourceGroups/rg-orders";
  private static final List<String> ARM =
      List.of(
          "/subscriptions",
          SUB,
          SUB + "/locations",
          SUB + "/resourcegroups",
          SUB + "/resources",
          GROUP,
          SUB + SERVERS,
          GROUP + SERVERS,
          GROUP + SERVERS + "/orders-pg",
          GROUP + SERVERS + "/fuzz-pg",
          GROUP + SERVERS + "/orders-pg/firewallRules/home",
          GROUP + SERVERS + "/orders-pg/databases/db1",
          SUB + "/providers/Microsoft.DBforPostgreSQL/checkNameAvailability",
          SUB + "/providers/Microsoft.DBforPostgreSQL/locations/eastus/capabilities",
          SUB + "/providers/Microsoft.DBforPostgreSQL/locations/eastus/azureAsyncOperation/x",
          GROUP + "/providers/Microsoft.KeyVault/vaults/kv-fuzz",
          SUB + "/resourceGroups/rg-security/providers/Microsoft.KeyVault/vaults/kv-lab-eastus",
          GROUP + "/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-fuzz",
          GROUP + "/providers/Microsoft.Authorization/roleAssignments",
          GROUP
              + "/providers/Microsoft.Authorization/roleAssignments/facade00-0000-4000-a000-00000000000f");
  private static final List<String> KEYS =
      List.of(
          "/keys",
          "/keys/fuzz/create",
          "/keys/orders-kek",
          "/keys/orders-kek/versions",
          "/keys/orders-kek/rotate",
          "/keys/orders-kek/rotationpolicy",
          "/keys/orders-kek/00000000000000000000000000000000/wrapkey",
          "/keys/orders-kek//wrapkey",
          "/keys/ledger-kek//encrypt",
          "/keys/ledger-kek//unwrapkey",
          "/deletedkeys");
  private static final List<String> OTHER =
      List.of(
          "/facade00-0000-4000-a000-000000000001/oauth2/v2.0/token",
          "/adfs/oauth2/token",
          "/common/discovery/instance",
          "/common/.well-known/openid-configuration",
          "/v1.0/servicePrincipals",
          "/v1.0/me");
  private static final List<String> METHODS =
      List.of("GET", "GET", "PUT", "PUT", "POST", "POST", "PATCH", "DELETE", "HEAD", "OPTIONS");
  private static final List<String> FIELDS =
      List.of(
          "location",
          "tags",
          "properties",
          "sku",
          "name",
          "tier",
          "identity",
          "userAssignedIdentities",
          "dataEncryption",
          "primaryKeyURI",
          "primaryUserAssignedIdentityId",
          "type",
          "version",
          "storage",
          "storageSizeGB",
          "backup",
          "backupRetentionDays",
          "administratorLogin",
          "administratorLoginPassword",
          "createMode",
          "network",
          "accessPolicies",
          "permissions",
          "keys",
          "networkAcls",
          "ipRules",
          "softDeleteRetentionInDays",
          "kty",
          "key_size",
          "key_ops",
          "crv",
          "attributes",
          "exp",
          "nbf",
          "enabled",
          "alg",
          "value",
          "startIpAddress",
          "endIpAddress",
          "roleDefinitionId",
          "principalId",
          "charset",
          "lifetimeActions",
          "trigger",
          "action",
          "ids");
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1e308",
          "99999999999999999999999999",
          "3.5",
          "\"\"",
          "\"x\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"eastus\"",
          "\"RSA\"",
          "\"EC\"",
          "\"RSA-OAEP-256\"",
          "\"2048\"",
          "2048",
          "\"..\"",
          "\"/subscriptions/x/resourceGroups/../y\"",
          "\"https://kv-orders-eastus.vault.azure.net/keys/orders-kek\"",
          "\"https://[\"",
          "\"%zz\"",
          "\"255.255.255.255\"",
          "\"9999.1.1.1\"",
          "[]",
          "{}",
          "[null]",
          "[[[[]]]]",
          "\"PT1S\"");
  private static final List<String> ODDITIES =
      List.of(
          "/..",
          "/%2e%2e/",
          "//",
          "/%00",
          "/%",
          "/%zz",
          "/a%2fb",
          "\\",
          "/'",
          "/\u00e9",
          "/{x}",
          "/" + "a".repeat(3000),
          ";a=b",
          "/ ",
          "/%C3%28",
          "?",
          "#x");

  private final RandomGenerator random;
  private final String token;

  Nonsense(RandomGenerator random, String token) {
    this.random = random;
    this.token = token;
  }

  String host() {
    return pick(
        List.of(
            "management.azure.com",
            "management.azure.com",
            "kv-orders-eastus.vault.azure.net",
            "hsm-orders-eastus.managedhsm.azure.net",
            "login.microsoftonline.com",
            "graph.microsoft.com"));
  }

  byte[] request(String host) {
    String path =
        pick(
            host.contains("management")
                ? ARM
                : host.startsWith("kv") || host.startsWith("hsm") ? KEYS : OTHER);
    if (random.nextInt(4) == 0) {
      int at = random.nextInt(path.length());
      path =
          path.substring(0, at) + pick(ODDITIES) + (random.nextBoolean() ? path.substring(at) : "");
    }
    String query = random.nextInt(8) == 0 ? "" : "?api-version=" + version();
    query +=
        random.nextInt(6) == 0
            ? "&$filter=" + pick(ODDITIES) + "&$top=" + pick(VALUES) + "&$skiptoken=%"
            : "";
    byte[] body = body();
    String head =
        pick(METHODS)
            + " "
            + path
            + query
            + " HTTP/1.1\r\nHost: "
            + host
            + "\r\n"
            + (random.nextInt(10) == 0 ? "" : "Authorization: Bearer " + token + "\r\n")
            + (random.nextInt(20) == 0
                ? "X-\u0001: " + "y".repeat(random.nextInt(3000)) + "\r\n"
                : "")
            + "Content-Type: "
            + pick(List.of("application/json", "application/x-www-form-urlencoded", "text/\u00e9"))
            + "\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    byte[] start = head.getBytes(StandardCharsets.UTF_8);
    byte[] whole = new byte[start.length + body.length];
    System.arraycopy(start, 0, whole, 0, start.length);
    System.arraycopy(body, 0, whole, start.length, body.length);
    return whole;
  }

  private String version() {
    return pick(List.of("2022-12-01", "2025-08-01", "7.4", "2022-07-01", "x", "", "%00"));
  }

  private byte[] body() {
    return switch (random.nextInt(10)) {
      case 0 -> new byte[0];
      case 1 -> "[".repeat(5000).getBytes(StandardCharsets.UTF_8);
      case 2 -> object(3).substring(1).getBytes(StandardCharsets.UTF_8);
      case 3 -> noise();
      case 4 ->
          "client_id=%zz&grant_type=client_credentials&&==&scope=%"
              .getBytes(StandardCharsets.UTF_8);
      default -> object(4).getBytes(StandardCharsets.UTF_8);
    };
  }

  private byte[] noise() {
    byte[] bytes = new byte[random.nextInt(200)];
    random.nextBytes(bytes);
    return bytes;
  }

  private String object(int depth) {
    List<String> members = new ArrayList<>();
    for (int i = random.nextInt(8); i > 0; i--) {
      boolean nested = depth > 0 && random.nextInt(3) == 0;
      members.add("\"" + pick(FIELDS) + "\":" + (nested ? object(depth - 1) : pick(VALUES)));
    }
    return "{" + String.join(",", members) + "}";
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
