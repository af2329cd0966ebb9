package dev.wrapkey.provisioning;

/**
 * A thing that a deployment has made, or may have made.
 *
 * @param kind what it is
 * @param name its name
 * @param type its type in Azure Resource Manager
 * @param presence what the ledger knows
 * @param state what the cloud says of it now: the server's state, {@link #GONE}, {@link #FOUND}, or
 *     empty where nobody could be asked
 */
public record Remnant(Kind kind, String name, String type, Ledger.Presence presence, String state) {

  /** What a remnant is. */
  public enum Kind {
    GROUP,
    SERVER,
    PART
  }

  /** The cloud was asked, and there is no such thing. */
  public static final String GONE = "Gone";

  /** The cloud was asked, and it is there. */
  public static final String FOUND = "Found";

  public static final String GROUP_TYPE = "Microsoft.Resources/resourceGroups";
}
