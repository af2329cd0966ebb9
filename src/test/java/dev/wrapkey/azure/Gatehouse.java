package dev.wrapkey.azure;

import com.azure.core.http.HttpClient;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Secret;
import dev.wrapkey.signin.AzurePlace;
import dev.wrapkey.signin.SignIn;
import dev.wrapkey.signin.SignedIn;
import dev.wrapkey.signin.Way;
import dev.wrapkey.simulator.Landscapes;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.simulator.gateway.EnvironmentFile;
import dev.wrapkey.simulator.gateway.Opened;
import dev.wrapkey.simulator.gateway.Speed;
import dev.wrapkey.time.VirtualTime;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A practice cloud behind its gateway, and the custom cloud that a person would type to get there:
 * Azure's addresses, the gateway as proxy, its authority as a file.
 */
final class Gatehouse implements AutoCloseable {

  final VirtualTime time = VirtualTime.standingAt(Instant.parse("2026-03-01T12:00:00Z"));
  final PracticeCloud practice;
  final AzurePlace place;
  private final Path folder;
  private final Opened gateway;

  Gatehouse(Path folder) throws Exception {
    this.folder = folder;
    practice = Landscapes.open(folder.resolve("practice"), time);
    gateway = Opened.over(practice, time, folder, Speed.STANDING);
    place = custom(folder);
  }

  private static AzurePlace custom(Path folder) throws IOException {
    return custom(folder.resolve("ca.pem"), URI.create(EnvironmentFile.in(folder).gateway()));
  }

  /** The program's own way through the gateway that keeps its files in a folder. */
  static HttpClient transport(Path folder) throws IOException {
    return Transport.over(custom(folder).route());
  }

  static AzurePlace custom(Path authorities, URI proxy) {
    AzurePlace known = AzurePlace.PUBLIC;
    return new AzurePlace(
        AzurePlace.CUSTOM,
        known.resourceManager(),
        known.authority(),
        known.graph(),
        known.vaultSuffix(),
        known.hsmSuffix(),
        new AzurePlace.Route(Optional.of(authorities), Optional.of(proxy)));
  }

  /** The folder that a sign-in may write to. */
  Path accounts() {
    return folder.resolve("accounts");
  }

  /** As the program does it, with tokens in memory only. */
  AzureSignIn signIn() {
    return AzureSignIn.forgetful(accounts(), Gatehouse::noBrowser);
  }

  /** The same over a transport that a test makes out of the real one. */
  AzureSignIn signIn(UnaryOperator<HttpClient> disturbed) {
    return new AzureSignIn(
        new AzureSignIn.Surroundings(
            accounts(),
            Gatehouse::noBrowser,
            route -> disturbed.apply(Transport.over(route)),
            () -> TokenShelf.inMemory("a test")));
  }

  /** What a program of another maker would use to get to the gateway. */
  java.net.http.HttpClient.Builder client() {
    return gateway.client();
  }

  static void noBrowser(URI page) {
    throw new AssertionError("no page is to be shown");
  }

  Way secret() {
    return new Way.ClientSecret(PracticeCloud.CLIENT, new Secret(practice.clientSecret()));
  }

  SignIn.Wish wish(Way way) {
    return new SignIn.Wish(place, way, Optional.of(PracticeCloud.TENANT));
  }

  SignedIn signedIn() {
    return signedIn(signIn(), secret());
  }

  SignedIn signedIn(SignIn door, Way way) {
    return door.signIn(wish(way), nobody(), new Cancellation());
  }

  static SignIn.Prompt nobody() {
    return (code, address, expires) -> {
      throw new AssertionError("nobody is to be asked");
    };
  }

  @Override
  public void close() {
    gateway.close();
    practice.close();
  }
}
