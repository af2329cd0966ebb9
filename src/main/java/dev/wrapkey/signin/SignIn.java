package dev.wrapkey.signin;

import dev.wrapkey.provisioning.Cancellation;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** The door to Azure. All calls block; call them from a background thread. */
public interface SignIn {

  /**
   * What is asked for.
   *
   * @param place which Azure
   * @param way how
   * @param tenant ID or domain of the tenant; empty for the account's own, which a service
   *     principal does not have
   */
  record Wish(AzurePlace place, Way way, Optional<String> tenant) {}

  /** Is told what the person has to do meanwhile. */
  interface Prompt {

    /**
     * The code to type.
     *
     * @param code for example {@code ABCD1234E}
     * @param address where to type it
     * @param expires when the code ends
     */
    void deviceCode(String code, URI address, Instant expires);
  }

  /**
   * Where tokens stay when the program ends.
   *
   * @param kept whether they do
   * @param where {@code dpapi}, {@code keychain}, {@code secretservice} or {@code memory}
   * @param why why only in memory; empty if they are kept
   */
  record TokenStore(boolean kept, String where, String why) {}

  /**
   * Signs in and gets a first token.
   *
   * @throws dev.wrapkey.provisioning.CloudFailure of kind SIGN_IN if Entra refuses, UNREACHABLE if
   *     there is no answer, INVALID for a wish that cannot be (unreadable file, no certificate)
   * @throws java.util.concurrent.CancellationException if cancelled meanwhile
   */
  SignedIn signIn(Wish wish, Prompt prompt, Cancellation cancellation);

  /** Signs in without asking anybody, with a token that was kept; empty if there is none. */
  Optional<SignedIn> again(Wish wish, Cancellation cancellation);

  /** Where tokens stay on this computer. */
  TokenStore tokens();
}
