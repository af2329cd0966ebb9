package dev.wrapkey.cli;

import dev.wrapkey.signin.AzurePlace;
import dev.wrapkey.signin.AzurePlace.Route;
import dev.wrapkey.signin.Typed;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The addresses of a custom cloud; those that are left out are the ones of the public cloud. */
final class PlaceOptions {

  private static final String MANAGER = "--resource-manager";
  private static final String AUTHORITY = "--authority";
  private static final String GRAPH = "--graph";
  private static final String VAULTS = "--vault-suffix";
  private static final String HSMS = "--hsm-suffix";
  private static final String AUTHORITIES = "--authorities";
  private static final String PROXY = "--proxy";

  @Option(names = MANAGER, paramLabel = "URL", description = "Azure Resource Manager.")
  private @Nullable String resourceManager;

  @Option(names = AUTHORITY, paramLabel = "URL", description = "The sign-in of Microsoft Entra.")
  private @Nullable String authority;

  @Option(names = GRAPH, paramLabel = "URL", description = "Microsoft Graph.")
  private @Nullable String graph;

  @Option(
      names = VAULTS,
      paramLabel = "NAME",
      description = "What the host names of key vaults end with, for example vault.azure.net.")
  private @Nullable String vaultSuffix;

  @Option(names = HSMS, paramLabel = "NAME", description = "The same for managed HSMs.")
  private @Nullable String hsmSuffix;

  @Option(
      names = AUTHORITIES,
      paramLabel = "FILE",
      description = "PEM file of certificates that are trusted besides those of Java.")
  private @Nullable Path authorities;

  @Option(
      names = PROXY,
      paramLabel = "URL",
      description = "HTTP proxy, for example http://127.0.0.1:8787.")
  private @Nullable String proxy;

  /** The names of the options that were used. */
  Iterable<String> used() {
    return new Given()
        .and(MANAGER, resourceManager)
        .and(AUTHORITY, authority)
        .and(GRAPH, graph)
        .and(VAULTS, vaultSuffix)
        .and(HSMS, hsmSuffix)
        .and(AUTHORITIES, authorities)
        .and(PROXY, proxy)
        .names();
  }

  /**
   * The custom cloud.
   *
   * @throws Refusal for an address that cannot be one
   */
  AzurePlace place() {
    AzurePlace usual = AzurePlace.PUBLIC;
    return new AzurePlace(
        AzurePlace.CUSTOM,
        address(MANAGER, resourceManager, usual.resourceManager()),
        address(AUTHORITY, authority, usual.authority()),
        address(GRAPH, graph, usual.graph()),
        suffix(VAULTS, vaultSuffix, usual.vaultSuffix()),
        suffix(HSMS, hsmSuffix, usual.hsmSuffix()),
        new Route(file(), way()));
  }

  private static URI address(String option, @Nullable String text, URI usual) {
    String needs = "an address such as https://management.azure.com";
    return Given.read(option, text, Typed::address, needs).orElse(usual);
  }

  private static String suffix(String option, @Nullable String text, String usual) {
    String needs = "the end of a host name, such as vault.azure.net";
    return Given.read(option, text, Typed::suffix, needs).orElse(usual);
  }

  private Optional<URI> way() {
    String needs = "an address such as http://127.0.0.1:8787, without user name and password";
    return Given.read(PROXY, proxy, Typed::proxy, needs);
  }

  private Optional<Path> file() {
    return Optional.ofNullable(authorities).map(named -> Given.file(AUTHORITIES, named));
  }
}
