package dev.wrapkey.azure;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.Directory;
import dev.wrapkey.provisioning.Identities;
import dev.wrapkey.provisioning.KeyStores;
import dev.wrapkey.provisioning.Servers;

/**
 * Azure, or whatever answers to its names behind the connection. Thread-safe; makes its clients on
 * first use.
 */
public final class AzureCloud implements Cloud {

  private final Directory directory;
  private final Identities identities;
  private final KeyStores keyStores;
  private final Servers servers;

  public AzureCloud(AzureConnection connection) {
    ArmClients clients = new ArmClients(connection);
    directory = new AzureDirectory(clients, new SignedIn(connection));
    identities = new AzureIdentities(clients);
    keyStores = new AzureKeyStores(clients, new AzureKeys(connection));
    servers = new AzureServers(clients, connection);
  }

  @Override
  public Directory directory() {
    return directory;
  }

  @Override
  public Identities identities() {
    return identities;
  }

  @Override
  public KeyStores keyStores() {
    return keyStores;
  }

  @Override
  public Servers servers() {
    return servers;
  }
}
