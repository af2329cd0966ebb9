package dev.wrapkey.rehearsal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What can be rehearsed: the causes of a lost key that have a documented way back (portal
 * specification §7.2; "Data encryption at rest", 2 June 2026), and a rotation with a replica. The
 * words are in {@code text/rehearsal.properties}.
 */
public enum Scenario {
  /** Somebody has switched the key off. */
  KEY_DISABLED("key-disabled", 3, List.of("INA-4")),

  /** The key has expired; the order of the way back matters. */
  EXPIRED_KEY("expired-key", 3, List.of("INA-1")),

  /** Somebody has deleted the vault, and with it the role assignments on it. */
  VAULT_DELETED("vault-deleted", 4, List.of("INA-3", "INA-6")),

  /** Somebody has deleted the identity; another one of the same name is another one. */
  IDENTITY_DELETED("identity-deleted", 4, List.of("INA-5", "CMK-23")),

  /** Somebody has closed the vault's firewall to trusted services too. */
  FIREWALL_CLOSED("firewall-closed", 3, List.of("INA-8")),

  /** Nothing is broken yet: a key is to be rotated, and a replica uses it as well. */
  ROTATION_WITH_REPLICAS("rotation-with-replicas", 4, List.of("CMK-34", "INA-2"));

  private final String id;
  private final int hints;
  private final List<String> rules;

  Scenario(String id, int hints, List<String> rules) {
    this.id = id;
    this.hints = hints;
    this.rules = rules;
  }

  /** The one of a name, for example {@code key-disabled}. */
  public static Optional<Scenario> named(String id) {
    return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
  }

  /** Its name outside the program and in the texts. */
  public String id() {
    return id;
  }

  /** How many hints there are. */
  public int hints() {
    return hints;
  }

  /** The rules that it is about, by their ids. */
  public List<String> rules() {
    return rules;
  }

  /** Whether its server is inaccessible when a person is called. */
  boolean beginsInTheDark() {
    return this != ROTATION_WITH_REPLICAS;
  }

  /** Whether the documented way back gives the server another key or identity. */
  boolean pointsTheServer() {
    return this == IDENTITY_DELETED || this == ROTATION_WITH_REPLICAS;
  }
}
