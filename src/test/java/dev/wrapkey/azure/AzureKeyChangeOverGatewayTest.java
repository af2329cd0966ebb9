package dev.wrapkey.azure;

/** The same promises, kept over a socket and TLS. */
class AzureKeyChangeOverGatewayTest extends AzureKeyChangeContractTest {

  @Override
  boolean overGateway() {
    return true;
  }
}
