package dev.wrapkey.azure;

/** The same promises, kept over a socket and TLS. */
class AzureNetworksOverGatewayTest extends AzureNetworksContractTest {

  @Override
  boolean overGateway() {
    return true;
  }
}
