package dev.wrapkey.app;

import dev.wrapkey.azure.AzureSignIn;
import dev.wrapkey.cli.Console;
import dev.wrapkey.cli.Practice.Serve;
import dev.wrapkey.cli.Secrets;
import dev.wrapkey.cli.WrapkeyCommand;
import dev.wrapkey.export.Plans;
import dev.wrapkey.export.plan.PlanFile;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Secret;
import dev.wrapkey.signin.AzurePlace;
import dev.wrapkey.signin.SignIn;
import dev.wrapkey.signin.SignedIn;
import dev.wrapkey.signin.Way;
import dev.wrapkey.simulator.Landscapes;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.simulator.StateInUse;
import dev.wrapkey.simulator.gateway.EnvironmentFile;
import dev.wrapkey.simulator.gateway.Speed;
import dev.wrapkey.time.SystemTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A practice cloud that is reached as Azure is: over TLS, through a proxy, signed in by Microsoft's
 * library; and the command line that goes there.
 */
final class Overseas implements AutoCloseable {

  private final Path folder;
  private final Served served;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

  /** What the person at the terminal types; empty if nobody is there. */
  Optional<String> typed = Optional.empty();

  /** The client secret that the environment has. */
  String secret;

  Overseas() throws IOException, StateInUse {
    folder = Files.createTempDirectory("overseas");
    Path there = there();
    served =
        Served.open(
            there,
            new Serve(Optional.of(there), 0, authorities(), Speed.INSTANT, Optional.empty()));
    secret = served.cloud().clientSecret();
  }

  /** The practice cloud itself. */
  PracticeCloud cloud() {
    return served.cloud();
  }

  /** How many requests have come so far. */
  int requests() {
    return served.gateway().events().after(0).size();
  }

  /** All that the program keeps. */
  Path state() {
    return folder.resolve("own");
  }

  /** What it keeps about the tenant. */
  Path tenant() {
    return Tenancy.folder(StateFolder.azure(Optional.of(state())), PracticeCloud.TENANT);
  }

  /** What its gateway must be trusted by. */
  Path authorities() {
    return folder.resolve("ca.pem");
  }

  /** A file with a plan. */
  String plan(Plan plan) throws IOException {
    return Files.writeString(folder.resolve("plan.wrapkey.json"), PlanFile.write(plan)).toString();
  }

  /** What the window works with, once the same service principal has signed in there. */
  Services window() throws IOException {
    AzurePlace known = AzurePlace.PUBLIC;
    AzurePlace place =
        new AzurePlace(
            AzurePlace.CUSTOM,
            known.resourceManager(),
            known.authority(),
            known.graph(),
            known.vaultSuffix(),
            known.hsmSuffix(),
            new AzurePlace.Route(Optional.of(authorities()), Optional.of(URI.create(gateway()))));
    Path azure = StateFolder.azure(Optional.of(state()));
    SignIn door = AzureSignIn.forgetful(azure, page -> {});
    SignedIn in =
        door.signIn(
            new SignIn.Wish(
                place,
                new Way.ClientSecret(PracticeCloud.CLIENT, new Secret(secret)),
                Optional.of(PracticeCloud.TENANT)),
            (code, address, expires) -> {},
            new Cancellation());
    return new Entrance(
            door,
            azure,
            new SystemTime(),
            dev.wrapkey.ui.Practice.tasks(),
            new SecureRandom(),
            new Host(new FilesAtHand(), address -> {}, Settings.in(state())),
            question -> true)
        .services(in, in.cloud().directory().subscriptions());
  }

  private String gateway() throws IOException {
    return keys().gateway();
  }

  /** Where the gateway is, and what steers it. */
  EnvironmentFile keys() throws IOException {
    return EnvironmentFile.in(there());
  }

  /** The practice cloud's own folder. */
  Path there() {
    return folder.resolve("there");
  }

  /** Runs a command as a service principal of the custom cloud. */
  int run(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(
        List.of(
            "--cloud",
            "custom",
            "--proxy",
            gateway(),
            "--authorities",
            authorities().toString(),
            "--sign-in",
            "secret",
            "--tenant",
            PracticeCloud.TENANT,
            "--client-id",
            PracticeCloud.CLIENT));
    return runPlain(all.toArray(String[]::new));
  }

  /** Runs a command as it is given. */
  int runPlain(String... arguments) {
    said.reset();
    complained.reset();
    List<String> all = new ArrayList<>(List.of("--state", state().toString()));
    all.addAll(List.of(arguments));
    return WrapkeyCommand.run(
        new Launch(), new Serving(), Main.jobs(console()), secrets(), all.toArray(String[]::new));
  }

  /** Moves the practice cloud's clock, as {@code wrapkey practice clock} does. */
  void advance(String length) {
    String[] arguments = {"practice", "clock", "--advance", length, "--state", there().toString()};
    int code =
        WrapkeyCommand.run(new Launch(), new Serving(), Main.jobs(console()), secrets(), arguments);
    if (code != 0) {
      throw new AssertionError("the clock stands, exit code " + code);
    }
  }

  private Console console() {
    PrintStream answers = new PrintStream(said, true, StandardCharsets.UTF_8);
    PrintStream complaints = new PrintStream(complained, true, StandardCharsets.UTF_8);
    return typed.isPresent()
        ? Console.atTerminal(answers, complaints, () -> typed)
        : new Console(answers, complaints);
  }

  private Secrets secrets() {
    return Secrets.of(
        name ->
            switch (name) {
              case Secrets.CLIENT_VARIABLE -> Optional.of(new Secret(secret));
              case "WRAPKEY_ADMIN_PASSWORD" -> Optional.of(new Secret(Plans.CANARY));
              default -> Optional.empty();
            },
        _ -> Optional.empty());
  }

  /** What the last command answered. */
  String answer() {
    return said.toString(StandardCharsets.UTF_8);
  }

  /** What it said beside that. */
  String beside() {
    return complained.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    served.close();
    Landscapes.delete(folder);
  }
}
