package dev.wrapkey.azure;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.signin.AzurePlace;
import dev.wrapkey.signin.SignIn;
import dev.wrapkey.signin.SignedIn;
import dev.wrapkey.signin.Way;
import dev.wrapkey.simulator.gateway.EnvironmentFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A program of its own that keeps tokens in the key store of this computer, and says what comes.
 */
final class KeyStoreProgram {

  static final String CODE = "code ";

  private KeyStoreProgram() {}

  /** Takes the folder of the gateway and what is to be done: {@code sign-in, again, sign-out}. */
  public static void main(String[] arguments) throws IOException {
    Path gateway = Path.of(arguments[0]);
    AzurePlace place =
        Gatehouse.custom(
            gateway.resolve("ca.pem"), URI.create(EnvironmentFile.in(gateway).gateway()));
    AzureSignIn door =
        new AzureSignIn(
            new AzureSignIn.Surroundings(
                gateway.resolve("accounts"),
                Gatehouse::noBrowser,
                Transport::over,
                () -> TokenShelf.ofThisComputer(_ -> true)));
    System.out.println("tokens in " + door.tokens().where() + door.tokens().why());
    SignIn.Wish wish = new SignIn.Wish(place, new Way.DeviceCode(), Optional.empty());
    Optional<SignedIn> in =
        arguments[1].equals("sign-in")
            ? Optional.of(door.signIn(wish, KeyStoreProgram::show, new Cancellation()))
            : door.again(wish, new Cancellation());
    System.out.println(
        in.map(who -> who.account().name() + " " + who.cloud().directory().subscriptions().size())
            .orElse("nobody"));
    if (arguments[1].equals("sign-out")) {
      in.ifPresent(SignedIn::signOut);
    }
    System.exit(0);
  }

  private static void show(String code, URI address, java.time.Instant expires) {
    System.out.println(CODE + code);
  }
}
