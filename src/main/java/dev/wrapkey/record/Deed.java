package dev.wrapkey.record;

/**
 * What somebody asked a cloud for.
 *
 * @param act which method of the port, for example {@code Servers.changeKey}
 * @param operation Azure's name of it
 * @param target identifier of the resource or key
 * @param account who was signed in
 * @param cloud where
 */
public record Deed(String act, String operation, String target, Account account, String cloud) {

  /**
   * Who is signed in.
   *
   * @param name as the directory tells it; empty where it does not
   * @param objectId the object id in the tenant; empty where it cannot be learned
   */
  public record Account(String name, String objectId) {

    public static final Account UNKNOWN = new Account("", "");

    @Override
    public String toString() {
      return name.isEmpty() ? objectId : name;
    }
  }

  /** The last part of the target: what people call it. */
  public String targetName() {
    String[] parts = target.split("/");
    int keys = target.indexOf("/keys/");
    return target.startsWith("https://") && keys > 0
        ? target.substring(keys + "/keys/".length()).replaceAll("/.*", "")
        : parts[parts.length - 1];
  }
}
