package dev.wrapkey.cli;

import dev.wrapkey.export.Export;
import dev.wrapkey.provisioning.Secret;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where commands get what nobody else may read; never from an argument.
 *
 * @param administrator the password of a server's administrator
 * @param client the secret of a service principal
 * @param certificate the password of a PKCS#12 file
 */
public record Secrets(Passwords administrator, Passwords client, Passwords certificate) {

  /** As azure-identity calls it ({@code EnvironmentCredential}). */
  public static final String CLIENT_VARIABLE = "AZURE_CLIENT_SECRET";

  /** As azure-identity calls it ({@code EnvironmentCredential}). */
  public static final String CERTIFICATE_VARIABLE = "AZURE_CLIENT_CERTIFICATE_PASSWORD";

  /** The environment of this program, then the person at the terminal. */
  public static Secrets standard() {
    return of(
        name -> Optional.ofNullable(System.getenv(name)).map(Secret::new), Passwords::atTerminal);
  }

  /**
   * From elsewhere.
   *
   * @param environment the value of a variable
   * @param person asked with these words; empty if nobody is there
   */
  public static Secrets of(
      Function<String, Optional<Secret>> environment, Function<String, Optional<Secret>> person) {
    return new Secrets(
        passwords(environment, Export.PASSWORD_VARIABLE)
            .orElse(() -> person.apply("Password of the administrator: ")),
        passwords(environment, CLIENT_VARIABLE).orElse(() -> person.apply("Client secret: ")),
        passwords(environment, CERTIFICATE_VARIABLE));
  }

  private static Passwords passwords(Function<String, Optional<Secret>> environment, String name) {
    return new Passwords(
        () -> environment.apply(name).filter(secret -> !secret.isEmpty()), Optional::empty);
  }
}
