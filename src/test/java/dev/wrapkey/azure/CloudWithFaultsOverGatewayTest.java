package dev.wrapkey.azure;

/** The same over a socket and TLS, where a connection can really break. */
class CloudWithFaultsOverGatewayTest extends CloudWithFaultsTest {

  @Override
  boolean overGateway() {
    return true;
  }
}
