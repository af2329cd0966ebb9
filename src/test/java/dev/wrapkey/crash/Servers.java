package dev.wrapkey.crash;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Servers with customer-managed keys that are made, change their key, and are deleted. */
final class Servers implements Worker {

  private static final String VERSION = "2024-08-01";
  private static final String NONE = "none";
  private static final int MOST = 8;

  private final String group;
  private final String prefix;
  private final String identity;
  private final List<String> keys;
  private final Map<String, Register> servers = new LinkedHashMap<>();
  private volatile int acknowledged;

  /**
   * @param keys identifiers of key versions that the identity may use
   */
  Servers(String group, String prefix, String identity, List<String> keys) {
    this.group = group;
    this.prefix = prefix;
    this.identity = identity;
    this.keys = keys;
  }

  private String path(String server) {
    return "/resourceGroups/"
        + group
        + "/providers/Microsoft.DBforPostgreSQL/flexibleServers/"
        + server;
  }

  @Override
  public void work(Wire wire, RandomGenerator random) throws IOException {
    String key = keys.get(random.nextInt(keys.size()));
    List<String> there =
        servers.keySet().stream().filter(s -> !servers.get(s).value().equals(NONE)).toList();
    if (there.isEmpty() || (there.size() < MOST && random.nextInt(3) == 0)) {
      create(wire, prefix + servers.size(), key);
    } else {
      String server = there.get(random.nextInt(there.size()));
      Register register = servers.get(server);
      if (random.nextInt(8) == 0) {
        register.become(NONE, () -> wire.manage("DELETE", path(server), VERSION, ""));
      } else {
        String body = "{\"properties\":{" + encryption(key) + "}," + identity() + "}";
        register.become(key, () -> wire.manage("PATCH", path(server), VERSION, body));
      }
    }
    acknowledged = acknowledged + 1;
  }

  private void create(Wire wire, String server, String key) throws IOException {
    Register register = new Register(server, NONE);
    servers.put(server, register);
    String body =
        """
        {"location":"eastus","sku":{"name":"Standard_D2ds_v5","tier":"GeneralPurpose"},%s,
        "properties":{"createMode":"Create","version":"16","storage":{"storageSizeGB":128},
        "administratorLogin":"operator","administratorLoginPassword":"Crash-7est-Passw0rd",%s}}\
        """
            .formatted(identity(), encryption(key));
    register.become(key, () -> wire.manage("PUT", path(server), VERSION, body));
  }

  private String identity() {
    return "\"identity\":{\"type\":\"UserAssigned\",\"userAssignedIdentities\":{\""
        + identity
        + "\":{}}}";
  }

  private String encryption(String key) {
    return "\"dataEncryption\":{\"type\":\"AzureKeyVault\",\"primaryKeyURI\":\"%s\",\"primaryUserAssignedIdentityId\":\"%s\"}"
        .formatted(key, identity);
  }

  @Override
  public void verify(Wire wire) throws IOException {
    for (Map.Entry<String, Register> server : servers.entrySet()) {
      server.getValue().found(keyOf(wire, server.getKey()));
    }
  }

  private String keyOf(Wire wire, String server) throws IOException {
    Wire.Answer answer = wire.manage("GET", path(server), VERSION, "");
    if (answer.status() == 404) {
      return NONE;
    }
    String state = answer.json().at("/properties/state").asText();
    String status =
        answer.json().at("/properties/dataEncryption/primaryEncryptionKeyStatus").asText();
    if (!state.equals("Ready") || !status.equals("Valid")) {
      throw new AssertionError(server + " is " + state + ", its key " + status);
    }
    return answer.json().at("/properties/dataEncryption/primaryKeyURI").asText();
  }

  /** Names of the servers that are there. */
  List<String> names() {
    return servers.keySet().stream().filter(s -> !servers.get(s).value().equals(NONE)).toList();
  }

  @Override
  public int acknowledged() {
    return acknowledged;
  }
}
