package dev.wrapkey.preflight.diagnosis;

import java.util.Set;

/**
 * Something that may be behind a failure, and the rules by which a preflight sees whether it is.
 *
 * <p>Source: portal specification, chapters 6 and 7; which rule gives away which cause follows from
 * what the rules demand.
 */
public enum Suspect {
  /** The identity may not get, wrap and unwrap with the key. */
  NO_RIGHTS("CMK-10", "CMK-11"),
  /** The identity was given its rights a moment ago, and they do not hold everywhere yet. */
  RIGHTS_SPREADING("CMK-10", "CMK-11"),
  /** There is no such key, or no such version of it. */
  KEY_MISSING("KEY-1"),
  KEY_DISABLED("CMK-17"),
  KEY_EXPIRED("CMK-16"),
  /** The server was left on a version that has expired, and a newer one works. */
  VERSION_EXPIRED("INA-2"),
  KEY_NOT_ACTIVE("CMK-15"),
  /** The key does not permit wrapKey and unwrapKey. */
  KEY_OPERATIONS("CMK-19"),
  /** Neither RSA nor RSA-HSM, or of another size. */
  KEY_KIND("CMK-13"),
  /** The key store's firewall keeps the service out. */
  FIREWALL("CMK-8"),
  /** The key store is not there, or nobody here may see it. */
  STORE_UNSEEN("STORE-1"),
  STORE_UNPROTECTED("CMK-5", "CMK-6"),
  OTHER_TENANT("CMK-1"),
  OTHER_REGION("CMK-3"),
  /** The identity is gone, or is not a user-assigned one. */
  IDENTITY_MISSING("CMK-20"),
  /** Made a moment ago, and not known everywhere yet. */
  IDENTITY_YOUNG,
  /** Key and identity were not given together. */
  HALF_A_PAIR("BLD-12"),
  /** The person may not give the identity to a server. */
  MAY_NOT_ASSIGN("RIGHT-2"),
  GEO_PAIR_MISSING("CMK-26", "CMK-27"),
  SAME_IDENTITY("CMK-22"),
  GEO_STORE_ELSEWHERE("CMK-25"),
  GEO_NOT_ENABLED("CMK-28"),
  /** The region or the version of the interface does not have it. */
  NOT_OFFERED,
  /** The key identifier has no version, which some regions have not known. */
  NO_VERSION("CMK-42"),
  SERVER_BUSY("STATE-1"),
  SERVICE_MANAGED("CMK-30"),
  /** The server's backups have not reached the paired region yet. */
  BACKUPS_ON_THEIR_WAY("RST-5"),
  /** Of a copy: the key of its source, which Azure needs to open what is copied. */
  SOURCE_KEY("RST-3"),
  KEY_IN_USE,
  /** Azure's own fault. */
  SERVICE;

  private final Set<String> rules;

  Suspect(String... rules) {
    this.rules = Set.of(rules);
  }

  /** The rules that tell; none for what cannot be seen from outside. */
  public Set<String> rules() {
    return rules;
  }
}
