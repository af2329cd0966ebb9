package dev.wrapkey.azure;

/** The same promises, kept over a socket and TLS. */
class AzureServersOverGatewayTest extends AzureServersContractTest {

  @Override
  boolean overGateway() {
    return true;
  }
}
