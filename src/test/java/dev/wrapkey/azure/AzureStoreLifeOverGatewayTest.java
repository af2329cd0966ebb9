package dev.wrapkey.azure;

/** The same promises, kept over a socket and TLS: the way of every program that is not Wrapkey. */
class AzureStoreLifeOverGatewayTest extends AzureStoreLifeContractTest {

  @Override
  boolean overGateway() {
    return true;
  }
}
