package dev.wrapkey.azure;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Secret;
import dev.wrapkey.signin.AzurePlace;
import dev.wrapkey.signin.SignIn;
import dev.wrapkey.signin.Way;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The same on a real subscription: {@code mvn -Pazure test -Dazure.subscription=ID}. */
@EnabledIfSystemProperty(named = "azure.subscription", matches = "[0-9a-fA-F-]{36}")
class HarmlessOnAzureTest extends HarmlessContract {

  private Ground ground;

  @BeforeAll
  void signIn(@TempDir Path folder) {
    Optional<String> tenant =
        property("azure.tenant").or(() -> Optional.ofNullable(System.getenv("AZURE_TENANT_ID")));
    ground =
        new Ground(
            AzureSignIn.forgetful(folder, Gatehouse::noBrowser)
                .signIn(
                    new SignIn.Wish(AzurePlace.PUBLIC, way(), tenant),
                    Gatehouse.nobody(),
                    new Cancellation()),
            property("azure.subscription").orElseThrow(),
            property("azure.region").orElse("eastus"),
            property("azure.group"));
  }

  private static Optional<String> property(String name) {
    return Optional.ofNullable(System.getProperty(name)).filter(value -> !value.isEmpty());
  }

  private static Way way() {
    String client = System.getenv("AZURE_CLIENT_ID");
    String secret = System.getenv("AZURE_CLIENT_SECRET");
    return client == null || secret == null
        ? new Way.AzureCli()
        : new Way.ClientSecret(client, new Secret(secret));
  }

  @Override
  Ground ground() {
    return ground;
  }
}
