package dev.wrapkey.cli;

import dev.wrapkey.provisioning.Secret;
import dev.wrapkey.signin.Typed;
import dev.wrapkey.signin.Way;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who signs in to Azure, how, and to see what. */
final class SignInOptions {

  private static final String TENANT = "--tenant";
  private static final String CLIENT = "--client-id";
  private static final String CERTIFICATE = "--certificate";

  /** The ways, each with what it takes and of that, what it needs. */
  private enum Kind {
    AZURE_CLI("azure-cli", List.of(TENANT), List.of()),
    DEVICE_CODE("device-code", List.of(TENANT), List.of()),
    BROWSER("browser", List.of(TENANT), List.of()),
    SECRET("secret", List.of(TENANT, CLIENT), List.of(TENANT, CLIENT)),
    CERTIFICATE_FILE(
        "certificate", List.of(TENANT, CLIENT, CERTIFICATE), List.of(TENANT, CLIENT, CERTIFICATE)),
    MANAGED_IDENTITY("managed-identity", List.of(CLIENT), List.of());

    private final String id;
    private final List<String> takes;
    private final List<String> needs;

    Kind(String id, List<String> takes, List<String> needs) {
      this.id = id;
      this.takes = takes;
      this.needs = needs;
    }
  }

  @Option(
      names = "--sign-in",
      paramLabel = "WAY",
      description =
          "azure-cli (as az login has signed in; the default), device-code, browser, secret,"
              + " certificate or managed-identity.")
  private @Nullable String way;

  @Option(
      names = TENANT,
      paramLabel = "ID",
      description = "ID or domain of the tenant; without it the account's own.")
  private @Nullable String tenant;

  @Option(
      names = CLIENT,
      paramLabel = "ID",
      description =
          "Application (client) ID: of a service principal, or of a user-assigned managed"
              + " identity. Its secret is taken from the environment variable "
              + Secrets.CLIENT_VARIABLE
              + ", or you are asked.")
  private @Nullable String client;

  @Option(
      names = CERTIFICATE,
      paramLabel = "FILE",
      description =
          "Certificate with private key: PEM or PKCS#12, whose password is taken from "
              + Secrets.CERTIFICATE_VARIABLE
              + ".")
  private @Nullable Path certificate;

  @Option(
      names = "--subscription",
      paramLabel = "NAME|ID",
      description = "Lists show this subscription only; to be repeated for more.")
  private List<String> subscriptions = new ArrayList<>();

  /** The names of the options that were used. */
  Iterable<String> used() {
    return given()
        .and("--sign-in", way)
        .and("--subscription", subscriptions.isEmpty() ? null : subscriptions)
        .names();
  }

  private Given given() {
    return new Given().and(TENANT, tenant).and(CLIENT, client).and(CERTIFICATE, certificate);
  }

  /**
   * How to sign in.
   *
   * @param secrets where the way's secret is
   * @throws Refusal for what does not go together
   */
  Way way(Secrets secrets) {
    Kind kind = kind();
    for (String option : given().names()) {
      if (!kind.takes.contains(option)) {
        throw new Refusal(
            "%s says nothing to --sign-in %s: leave it out, or sign in another way."
                .formatted(option, kind.id));
      }
    }
    for (String option : kind.needs) {
      if (!given().names().contains(option)) {
        throw new Refusal("--sign-in %s needs %s.".formatted(kind.id, option));
      }
    }
    tenant();
    return switch (kind) {
      case AZURE_CLI -> new Way.AzureCli();
      case DEVICE_CODE -> new Way.DeviceCode();
      case BROWSER -> new Way.Browser();
      case SECRET -> new Way.ClientSecret(client().orElseThrow(), secret(secrets));
      case CERTIFICATE_FILE ->
          new Way.ClientCertificate(
              client().orElseThrow(),
              certificate(),
              secrets.certificate().find().orElse(Secret.EMPTY));
      case MANAGED_IDENTITY -> new Way.ManagedIdentity(client());
    };
  }

  private Kind kind() {
    String word = way == null ? Kind.AZURE_CLI.id : way;
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.id.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    "--sign-in is one of %s; '%s' is not."
                        .formatted(
                            Arrays.stream(Kind.values())
                                .map(kind -> kind.id)
                                .collect(Collectors.joining(", ")),
                            word)));
  }

  /** The tenant that was named. */
  Optional<String> tenant() {
    return Given.read(
        TENANT, tenant, Typed::tenant, "the tenant's ID (a GUID) or one of its domains");
  }

  private Optional<String> client() {
    return Given.read(CLIENT, client, Typed::id, "an application (client) ID, a GUID");
  }

  private Path certificate() {
    return Given.file(CERTIFICATE, java.util.Objects.requireNonNull(certificate));
  }

  private static Secret secret(Secrets secrets) {
    return secrets
        .client()
        .find()
        .orElseThrow(
            () ->
                new Refusal(
                    "--sign-in secret needs the client secret: set the environment variable "
                        + Secrets.CLIENT_VARIABLE
                        + ", or run this at a terminal."));
  }

  /** Names or IDs of the subscriptions to be listed; empty for all. */
  List<String> subscriptions() {
    if (subscriptions.stream().anyMatch(String::isBlank)) {
      throw new Refusal("--subscription needs the name or the ID of a subscription.");
    }
    return subscriptions.stream().map(String::strip).distinct().toList();
  }
}
