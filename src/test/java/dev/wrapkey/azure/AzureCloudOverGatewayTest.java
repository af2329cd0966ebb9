package dev.wrapkey.azure;

/** The same promises, kept over a socket and TLS: the way of every program that is not Wrapkey. */
class AzureCloudOverGatewayTest extends AzureCloudContractTest {

  @Override
  boolean overGateway() {
    return true;
  }
}
