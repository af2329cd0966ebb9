package dev.wrapkey.azure;

import com.azure.core.credential.TokenRequestContext;
import dev.wrapkey.signin.AzurePlace;
import dev.wrapkey.simulator.PracticeCloud;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Shell scripts that stand in for commands of a computer, {@code az} above all. */
public final class StandInAz {

  private StandInAz() {}

  /** Puts a command into a folder. */
  public static void command(Path folder, String name, String script) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  /**
   * What {@code az account get-access-token} prints, for the service that it is asked for.
   *
   * @param authorities of the gateway that gives the tokens
   * @param secret of the practice cloud's service principal
   */
  public static String answers(Path authorities, String gateway, String secret) {
    AzurePlace place = Gatehouse.custom(authorities, URI.create(gateway));
    AzureConnection connection =
        AzureConnection.servicePrincipal(
            Transport.over(place.route()), PracticeCloud.TENANT, PracticeCloud.CLIENT, secret);
    return """
    case "$*" in
    *graph.microsoft*) token='%s' ;;
    *vault.azure.net*) token='%s' ;;
    *) token='%s' ;;
    esac
    echo "{
      \\"accessToken\\": \\"$token\\",
      \\"expiresOn\\": \\"2199-11-22 23:01:31.000000\\",
      \\"expires_on\\": 7253100091,
      \\"subscription\\": \\"%s\\",
      \\"tenant\\": \\"%s\\",
      \\"tokenType\\": \\"Bearer\\"
    }"
    """
        .formatted(
            token(connection, Environments.graphScope(place)),
            token(connection, "https://vault.azure.net/.default"),
            token(connection, Environments.armScope(place)),
            PracticeCloud.SUBSCRIPTION,
            PracticeCloud.TENANT);
  }

  private static String token(AzureConnection connection, String scope) {
    return connection
        .credential()
        .getTokenSync(new TokenRequestContext().addScopes(scope))
        .getToken();
  }
}
