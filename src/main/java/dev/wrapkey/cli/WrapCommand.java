package dev.wrapkey.cli;

import dev.wrapkey.provisioning.KeyIdentifier;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wrapkey practice wrap}: does what the tool of an HSM's vendor does, without an HSM. */
@Command(
    name = "wrap",
    description = "Wraps a private key into a .byok transfer file, in software: for practice only.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class WrapCommand implements Callable<Integer> {

  private final Practice practice;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "The private RSA key: PEM or PKCS#12.")
  private Path file = Path.of("");

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "File whose first line is the password of the key.")
  private @Nullable Path password;

  @Option(
      names = "--kek",
      paramLabel = "FILE",
      required = true,
      description = "Public key of the key exchange key (PEM), as az keyvault key download gives.")
  private Path exchangeKey = Path.of("");

  @Option(
      names = "--kid",
      paramLabel = "ID",
      required = true,
      description = "Identifier of the key exchange key, with its version.")
  private String kid = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "The transfer file to write.")
  private Path out = Path.of("");

  WrapCommand(Practice practice) {
    this.practice = practice;
  }

  @Override
  public Integer call() {
    if (KeyIdentifier.parse(kid).flatMap(KeyIdentifier::version).isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--kid is a key identifier with version; '" + kid + "' is not.");
    }
    return practice.wrap(
        new Practice.Wrap(file, Optional.ofNullable(password), exchangeKey, kid, out));
  }
}
