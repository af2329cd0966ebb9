package dev.wrapkey.azure;

/** The same promises, kept over a socket and TLS. */
class AzureKeyMakingOverGatewayTest extends AzureKeyMakingContractTest {

  @Override
  boolean overGateway() {
    return true;
  }
}
