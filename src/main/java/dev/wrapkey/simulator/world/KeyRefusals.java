package dev.wrapkey.simulator.world;

/**
 * What Key Vault's data plane says when it refuses. Sources of the texts: docs/practice-cloud.md.
 */
public final class KeyRefusals {

  private KeyRefusals() {}

  static Refusal byFirewall(String caller, Vault vault) {
    return forbidden(
        "ForbiddenByFirewall",
        ("Client address is not authorized and caller is not a trusted service.\r\n"
                + "Client address: %s\r\nCaller: %s\r\n%s")
            .formatted(KeyGate.CLIENT_ADDRESS, caller, vaultText(vault)));
  }

  static Refusal byRoles(String caller, Vault vault, KeyAction action, String scope) {
    return forbidden(
        "ForbiddenByRbac",
        ("Caller is not authorized to perform action on resource.\r\n"
                + "If role assignments, deny assignments or role definitions were changed recently,"
                + " please observe propagation time.\r\n"
                + "Caller: %s\r\n"
                + "Action: '%s'\r\n"
                + "Resource: '%s'\r\n"
                + "Assignment: (not found)\r\n"
                + "DenyAssignmentId: null\r\n"
                + "DecisionReason: null \r\n"
                + "%s\r\n")
            .formatted(
                caller,
                action.dataAction(vault),
                scope.toLowerCase(java.util.Locale.ROOT),
                vaultText(vault)));
  }

  static Refusal byPolicy(String caller, Vault vault, KeyAction action) {
    return forbidden(
        "AccessDenied",
        ("The user, group or application '%s' does not have keys %s permission on key vault"
                + " '%s;location=%s'. For help resolving this issue, please see"
                + " https://go.microsoft.com/fwlink/?linkid=2125287")
            .formatted(caller, action.permission(), vault.id().name(), vault.region()));
  }

  static Refusal disabled(KeyAction action) {
    return forbidden(
        "KeyDisabled",
        "Operation %s is not allowed on a disabled key.".formatted(action.permission()));
  }

  static Refusal expired(KeyAction action) {
    return forbidden(
        "KeyExpired",
        "Operation %s is not allowed on an expired key.".formatted(action.permission()));
  }

  static Refusal notYetValid(KeyAction action) {
    return forbidden(
        "KeyNotYetValid",
        "Operation %s is not allowed on a key that is not yet valid."
            .formatted(action.permission()));
  }

  static Refusal operationNotPermitted(KeyAction action) {
    return forbidden(
        "KeyOperationForbidden",
        "Operation %s is not permitted on this key.".formatted(action.permission()));
  }

  static Refusal notFound(String name) {
    return new Refusal(
        404,
        "KeyNotFound",
        ("A key with (name/id) %s was not found in this key vault. If you recently deleted this key"
             + " you may be able to recover it using the correct recovery command. For help"
             + " resolving this issue, please see https://go.microsoft.com/fwlink/?linkid=2125182")
            .formatted(name));
  }

  static Refusal deletedNotFound(String name) {
    return new Refusal(404, "KeyNotFound", "Deleted Key not found: " + name);
  }

  static Refusal deletedButRecoverable(String name) {
    return new Refusal(
        409,
        "Conflict",
        "ObjectIsDeletedButRecoverable",
        ("Key %s is currently in a deleted but recoverable state, and its name cannot be reused; in"
                + " this state, the key can only be recovered or purged.")
            .formatted(name));
  }

  static Refusal beingDeleted(String name) {
    return new Refusal(
        409,
        "Conflict",
        "ObjectIsBeingDeleted",
        "Key %s is currently being deleted and cannot be re-created; retry later.".formatted(name));
  }

  static Refusal stillBeingDeleted(String name) {
    return new Refusal(
        409,
        "Conflict",
        "ObjectIsBeingDeleted",
        "Key %s is currently being deleted.".formatted(name));
  }

  static Refusal notDeleted(String name) {
    return new Refusal(
        400,
        "MethodNotAllowed",
        "RequestNotAllowedOnNonDeletedObject",
        "Operation is not allowed on key %s because it is not deleted.".formatted(name));
  }

  static Refusal purgeProtected() {
    return new Refusal(
        403,
        "Forbidden",
        "Operation \"purge\" is not allowed because purge protection is enabled for this vault. Key"
            + " Vault service will automatically purge it after the retention period has passed.");
  }

  static Refusal restoreConflict(String uri) {
    return new Refusal(
        409,
        "Conflict",
        "Conflict while restoring key %s - key already exists or concurrent access".formatted(uri));
  }

  /** A backup blob that was not made here, or for another subscription or geography. */
  public static Refusal badBackup() {
    return badParameter("Backup blob is corrupted or is from another subscription or geography.");
  }

  /** Words seen in reports of the command-line tool. */
  static Refusal hardwareInStandardVault() {
    return badParameter("Hardware key operation not allowed on standard vault");
  }

  static Refusal noExchangeKey(String kid) {
    return badParameter(
        "Property has invalid value\r\nkey_hsm: this key store has no key exchange key " + kid);
  }

  static Refusal notForExchange(String kid) {
    return badParameter(
        ("Property has invalid value\r\nkey_hsm: %s is no key exchange key; it must be of type"
                + " RSA-HSM and have the operation import.")
            .formatted(kid));
  }

  static Refusal exchangeOver(String kid) {
    return badParameter(
        "Property has invalid value\r\nkey_hsm: the key exchange key %s is disabled or expired."
            .formatted(kid));
  }

  /** The transfer file does not open with the key that it names. */
  static Refusal badTransfer() {
    return badParameter(
        "Property has invalid value\r\nkey_hsm: the content was not wrapped for this key exchange"
            + " key, or was changed.");
  }

  /** What the transfer file held is no key that a key store takes for data encryption. */
  static Refusal unfitTransfer() {
    return badParameter(
        "Property has invalid value\r\nkey_hsm: the content is no whole RSA key of 2048, 3072 or"
            + " 4096 bits.");
  }

  static Refusal byConnection(String caller, Vault vault) {
    return forbidden(
        "ForbiddenByConnection",
        ("Public network access is disabled and request is not from a trusted service nor via an"
                + " approved private link.\r\nCaller: %s\r\n%s")
            .formatted(caller, vaultText(vault)));
  }

  static Refusal incompatible(Key.Kind kind, String algorithm) {
    return badParameter(
        "Key and signing algorithm are incompatible. Key type '%s', algorithm '%s'."
            .formatted(kind.type(), algorithm));
  }

  /** A request that cannot be understood. */
  public static Refusal badParameter(String message) {
    return new Refusal(400, "BadParameter", message);
  }

  private static Refusal forbidden(String inner, String message) {
    return new Refusal(403, "Forbidden", inner, message);
  }

  private static String vaultText(Vault vault) {
    return "Vault: %s;location=%s".formatted(vault.id().name(), vault.region());
  }
}
