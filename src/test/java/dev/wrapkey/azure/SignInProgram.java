package dev.wrapkey.azure;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.signin.AzurePlace;
import dev.wrapkey.signin.SignIn;
import dev.wrapkey.signin.SignedIn;
import dev.wrapkey.signin.Way;
import dev.wrapkey.simulator.gateway.EnvironmentFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program of its own that signs in, for ways that depend on the environment of a process. Says
 * who it is and how many subscriptions there are, or the code of the failure.
 */
final class SignInProgram {

  private SignInProgram() {}

  public static void main(String[] arguments) throws IOException {
    Path gateway = Path.of(arguments[0]);
    AzurePlace place =
        Gatehouse.custom(
            gateway.resolve("ca.pem"), URI.create(EnvironmentFile.in(gateway).gateway()));
    AzureSignIn door = AzureSignIn.forgetful(gateway.resolve("accounts"), Gatehouse::noBrowser);
    for (String wanted : List.of(arguments).subList(1, arguments.length)) {
      System.out.println(outcome(door, new SignIn.Wish(place, way(wanted), Optional.empty())));
    }
    System.exit(0);
  }

  private static Way way(String wanted) {
    return switch (wanted) {
      case "az" -> new Way.AzureCli();
      case "identity" -> new Way.ManagedIdentity(Optional.empty());
      default -> new Way.ManagedIdentity(Optional.of(wanted));
    };
  }

  private static String outcome(AzureSignIn door, SignIn.Wish wish) {
    try {
      SignedIn in = door.signIn(wish, Gatehouse.nobody(), new Cancellation());
      return in.account().name() + " " + in.cloud().directory().subscriptions().size();
    } catch (CloudFailure failure) {
      return failure.kind() + " " + failure.code();
    }
  }

  /**
   * Runs it.
   *
   * @param gateway the folder of the gateway
   * @param environment what its environment has more
   * @return a line for each way
   */
  static List<String> run(Path gateway, Map<String, String> environment, String... ways)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-classpath",
                System.getProperty("java.class.path"),
                SignInProgram.class.getName(),
                gateway.toString()));
    command.addAll(List.of(ways));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    Process program = builder.start();
    try (BufferedReader said = program.inputReader()) {
      return said.lines().toList();
    } finally {
      program.waitFor(Duration.ofMinutes(1));
      program.destroyForcibly();
    }
  }
}
