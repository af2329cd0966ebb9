package dev.wrapkey.azure;

/** The same promises, kept over a socket and TLS. */
class AzureServerLifeOverGatewayTest extends AzureServerLifeContractTest {

  @Override
  boolean overGateway() {
    return true;
  }
}
