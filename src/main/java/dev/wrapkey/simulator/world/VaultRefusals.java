package dev.wrapkey.simulator.world;

/**
 * What the resource provider {@code Microsoft.KeyVault} says when it refuses. Sources of the texts:
 * docs/practice-cloud.md.
 */
public final class VaultRefusals {

  private VaultRefusals() {}

  static Refusal nameTaken(String name) {
    return new Refusal(
        409,
        "VaultAlreadyExists",
        ("The vault name '%s' is already in use. Vault names are globally unique so it is possible"
                + " that the name is already taken.")
            .formatted(name));
  }

  static Refusal nameOfDeleted(Vault vault) {
    return new Refusal(
        409,
        "ConflictError",
        "A vault with the same name already exists in deleted state. You need to either recover or"
            + " purge existing key vault.");
  }

  static Refusal recoverElsewhere(Vault vault) {
    return new Refusal(
        409,
        "ConflictError",
        "The deleted vault '%s' belongs to resource group '%s' and can be recovered there only."
            .formatted(vault.id().name(), vault.id().group()));
  }

  /** No such vault among the deleted ones (recorded). */
  public static Refusal deletedNotFound(String name) {
    return new Refusal(
        404,
        "DeletedVaultNotFound",
        ("The specified deleted vault '%s' does not exist. Ensure that the vault was indeed deleted"
                + " and that it is in recoverable state. If soft delete was not enabled then the"
                + " vault is permanently deleted. Follow this link for more information:"
                + " https://go.microsoft.com/fwlink/?linkid=2149745")
            .formatted(name));
  }

  static Refusal purgeProtected(Vault vault) {
    String operation = vault.isHsm() ? "DeletedManagedHsmPurge" : "DeletedVaultPurge";
    return new Refusal(
        405,
        "MethodNotAllowed",
        ("Operation \"%s\" is not allowed because purge protection is enabled for this vault. Key"
                + " Vault service will automatically purge it after the retention period has"
                + " passed.")
            .formatted(operation));
  }

  /** A property that was on cannot be switched off. */
  public static Refusal irreversible(String property, String what) {
    return new Refusal(
        400,
        "BadRequest",
        ("The property \"%s\" cannot be set to false. Enabling the %s for a vault is an"
                + " irreversible action.")
            .formatted(property, what));
  }

  /** The retention was chosen when the vault was made. */
  public static Refusal retentionIsFixed() {
    return new Refusal(
        400,
        "BadRequest",
        "The property \"softDeleteRetentionInDays\" has been set already and it can't be"
            + " modified.");
  }

  /** The retention is out of range. */
  public static Refusal retentionOutOfRange() {
    return new Refusal(
        400,
        "BadRequest",
        "The property \"softDeleteRetentionInDays\" must be between 7 and 90 days.");
  }

  /** A name that no vault can have. */
  public static Refusal badName(String name) {
    return new Refusal(400, "VaultNameNotValid", nameText(name));
  }

  /** Why a name is not legal. */
  public static String nameText(String name) {
    return ("The vault name '%s' is invalid. A vault's name must be between 3-24 alphanumeric"
            + " characters. The name must begin with a letter, end with a letter or digit, and"
            + " not contain consecutive hyphens.")
        .formatted(name);
  }
}
