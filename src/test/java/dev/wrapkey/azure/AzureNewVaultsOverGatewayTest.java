package dev.wrapkey.azure;

/** The same promises, kept over a socket and TLS. */
class AzureNewVaultsOverGatewayTest extends AzureNewVaultsContractTest {

  @Override
  boolean overGateway() {
    return true;
  }
}
