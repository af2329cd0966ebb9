package dev.wrapkey.azure;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.Directory;
import dev.wrapkey.provisioning.Identities;
import dev.wrapkey.provisioning.KeyLife;
import dev.wrapkey.provisioning.KeyStores;
import dev.wrapkey.provisioning.KeyUsers;
import dev.wrapkey.provisioning.Networks;
import dev.wrapkey.provisioning.NewVaults;
import dev.wrapkey.provisioning.Safeguards;
import dev.wrapkey.provisioning.Servers;
import dev.wrapkey.provisioning.StoreLife;
import dev.wrapkey.provisioning.Watch;

/**
 * Azure, or whatever answers to its names behind the connection. Thread-safe; makes its clients on
 * first use.
 */
public final class AzureCloud implements Cloud {

  private final Directory directory;
  private final Identities identities;
  private final KeyStores keyStores;
  private final KeyLife keyLife;
  private final NewVaults newVaults;
  private final KeyUsers keyUsers;
  private final Networks networks;
  private final Safeguards safeguards;
  private final StoreLife storeLife;
  private final Servers servers;
  private final Watch watch;

  public AzureCloud(AzureConnection connection) {
    ArmClients clients = new ArmClients(connection);
    Caller caller = new Caller(connection);
    ResourceIndex index = new ResourceIndex(clients, connection);
    directory = new AzureDirectory(clients, caller);
    identities = new AzureIdentities(clients);
    AzureKeys keys = new AzureKeys(connection);
    keyStores = new AzureKeyStores(clients, keys, index);
    newVaults = new AzureNewVaults(clients, connection, caller);
    keyLife = new AzureKeyLife(keys);
    keyUsers = new AzureKeyUsers(clients);
    networks = new AzureNetworks(clients, connection);
    safeguards = new AzureSafeguards(clients, connection);
    storeLife = new AzureStoreLife(clients, connection);
    servers = new AzureServers(clients, connection, index);
    watch = new AzureWatch(new ArmResources(clients, connection));
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
  public KeyLife keyLife() {
    return keyLife;
  }

  @Override
  public NewVaults newVaults() {
    return newVaults;
  }

  @Override
  public KeyUsers keyUsers() {
    return keyUsers;
  }

  @Override
  public Networks networks() {
    return networks;
  }

  @Override
  public Safeguards safeguards() {
    return safeguards;
  }

  @Override
  public StoreLife storeLife() {
    return storeLife;
  }

  @Override
  public Servers servers() {
    return servers;
  }

  @Override
  public Watch watch() {
    return watch;
  }
}
