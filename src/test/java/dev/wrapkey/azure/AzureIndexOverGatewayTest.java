package dev.wrapkey.azure;

/** The same promises, kept over a socket and TLS: the way of every program that is not Wrapkey. */
class AzureIndexOverGatewayTest extends AzureIndexContractTest {

  @Override
  boolean overGateway() {
    return true;
  }
}
