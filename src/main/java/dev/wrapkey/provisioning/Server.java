package dev.wrapkey.provisioning;

import java.util.List;

/**
 * An Azure Database for PostgreSQL flexible server as the cloud describes it.
 *
 * @param id its resource identifier
 * @param region the short name of its region
 * @param state the API's word: {@code Ready}, {@code Updating}, {@code Inaccessible} …
 * @param summary facts for the overview
 * @param identities the user-assigned managed identities assigned to it
 * @param encryption how its data is encrypted
 * @param setup how it is set up otherwise
 */
public record Server(
    ResourceId id,
    String region,
    String state,
    Summary summary,
    List<ResourceId> identities,
    DataEncryption encryption,
    Setup setup) {

  /**
   * What the overview shows besides encryption.
   *
   * @param version the major version of PostgreSQL
   * @param host the fully qualified domain name, empty while it is being made
   * @param login the administrator login
   * @param sku the compute size, for example {@code Standard_D2ads_v5}
   * @param storageGib storage size in GiB
   */
  public record Summary(String version, String host, String login, String sku, int storageGib) {}

  /** The same with other words on its encryption. */
  public Server withEncryption(DataEncryption newEncryption) {
    return new Server(id, region, state, summary, identities, newEncryption, setup);
  }

  public String name() {
    return id.name();
  }
}
