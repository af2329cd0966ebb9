package dev.wrapkey.export;

/**
 * The commands of Azure's command-line tool, and of OpenSSL, that make a managed HSM fit for data
 * encryption. A managed HSM is inert until its security domain has been downloaded, encrypted to at
 * least three RSA keys of its owner ("Security domain in Managed HSM overview",
 * learn.microsoft.com, read in November 2026); what stands in angle brackets is to be filled in.
 */
public final class HsmCommands {

  private static final String NAME = "<hsm-name>";
  private static final String GROUP = "<resource-group>";

  private HsmCommands() {}

  /**
   * Makes it, with purge protection and 90 days of retention (portal specification CMK-6, CMK-7).
   *
   * @param region short name of the server's region
   */
  public static String create(String subscription, String region) {
    return words(
        "az keyvault create --hsm-name",
        NAME,
        "--resource-group",
        GROUP,
        "--subscription",
        Shell.BASH.quoted(subscription),
        "--location",
        Shell.BASH.quoted(region),
        "--administrators \"$(az ad signed-in-user show --query id --output tsv)\"",
        "--retention-days 90 --enable-purge-protection true");
  }

  /** Makes the three key pairs to which the security domain is encrypted, two of which open it. */
  public static String certificates() {
    return "for i in 1 2 3; do openssl req -newkey rsa:4096 -nodes -x509 -days 365 -subj"
        + " /CN=owner$i -keyout owner$i.key -out owner$i.cer; done";
  }

  /** Activates it. */
  public static String activate() {
    return words(
        "az keyvault security-domain download --hsm-name",
        NAME,
        "--sd-wrapping-keys owner1.cer owner2.cer owner3.cer --sd-quorum 2",
        "--security-domain-file security-domain.json");
  }

  /** Lets the account that made it make keys, and makes one. */
  public static String key() {
    return words(
        "az keyvault role assignment create --hsm-name",
        NAME,
        "--role \"Managed HSM Crypto User\"",
        "--assignee \"$(az ad signed-in-user show --query id --output tsv)\" --scope /keys",
        "&& az keyvault key create --hsm-name",
        NAME,
        "--name <key-name> --kty RSA-HSM --size 4096 --ops wrapKey unwrapKey");
  }

  private static String words(String... parts) {
    return String.join(" ", parts);
  }
}
