package dev.wrapkey.azure;

/** The same promises, kept over a socket and TLS. */
class AzureKeyLifeOverGatewayTest extends AzureKeyLifeContractTest {

  @Override
  boolean overGateway() {
    return true;
  }
}
