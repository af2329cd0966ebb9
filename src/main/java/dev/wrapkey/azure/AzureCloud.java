package dev.wrapkey.azure;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.Directory;
import dev.wrapkey.provisioning.Identities;
import dev.wrapkey.provisioning.KeyStores;
import dev.wrapkey.provisioning.Networks;
import dev.wrapkey.provisioning.Servers;

/**
 * Azure, or whatever answers to its names behind the connection. Thread-safe; makes its clients on
 * first use.
 */
public final class AzureCloud implements Cloud {

  private final Directory directory;
  private final Identities identities;
  private final KeyStores keyStores;
  private final Networks networks;
  private final Servers servers;

  public AzureCloud(AzureConnection connection) {
    ArmClients clients = new ArmClients(connection);
    directory = new AzureDirectory(clients);
    identities = new AzureIdentities(clients);
    keyStores = new AzureKeyStores(clients, new AzureKeys(connection));
    networks = new AzureNetworks(clients, connection);
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
  public Networks networks() {
    return networks;
  }

  @Override
  public Servers servers() {
    return servers;
  }
}
