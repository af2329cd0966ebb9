package dev.wrapkey.signin;

import dev.wrapkey.provisioning.Secret;
import java.nio.file.Path;
import java.util.Optional;

/** How somebody, or some program, signs in. */
public sealed interface Way {

  /** In the computer's browser. */
  record Browser() implements Way {}

  /** In a browser anywhere, with a code to type there. */
  record DeviceCode() implements Way {}

  /** As whoever {@code az login} has signed in. */
  record AzureCli() implements Way {}

  /**
   * As a service principal with a client secret.
   *
   * @param clientId application (client) ID
   */
  record ClientSecret(String clientId, Secret secret) implements Way {}

  /**
   * As a service principal with a certificate.
   *
   * @param clientId application (client) ID
   * @param certificate a PEM file with certificate and private key, or a PKCS#12 file
   * @param password of the PKCS#12 file; empty if it has none
   */
  record ClientCertificate(String clientId, Path certificate, Secret password) implements Way {}

  /**
   * As the managed identity of the virtual machine that the program runs on.
   *
   * @param clientId of a user-assigned one; empty for the system-assigned one
   */
  record ManagedIdentity(Optional<String> clientId) implements Way {}
}
