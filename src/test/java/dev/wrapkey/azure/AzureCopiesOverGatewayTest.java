package dev.wrapkey.azure;

/** The same promises, kept over a socket and TLS. */
class AzureCopiesOverGatewayTest extends AzureCopiesContractTest {

  @Override
  boolean overGateway() {
    return true;
  }
}
