package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.management.AzureEnvironment;
import dev.wrapkey.signin.AzurePlace;
import dev.wrapkey.signin.AzurePlace.Route;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Every address follows the place. */
class EnvironmentsTest {

  @Test
  void theKnownCloudsAreTheSdksOwn() {
    assertThat(Environments.of(AzurePlace.PUBLIC).getEndpoints())
        .isEqualTo(AzureEnvironment.AZURE.getEndpoints());
    assertThat(Environments.of(AzurePlace.US_GOVERNMENT).getEndpoints())
        .isEqualTo(AzureEnvironment.AZURE_US_GOVERNMENT.getEndpoints());
    assertThat(Environments.of(AzurePlace.CHINA).getEndpoints())
        .isEqualTo(AzureEnvironment.AZURE_CHINA.getEndpoints());
  }

  @Test
  void tokensAreAskedForTheServicesOfThePlace() {
    assertThat(Environments.hsmScope(AzurePlace.US_GOVERNMENT))
        .isEqualTo("https://managedhsm.usgovcloudapi.net/.default");
    assertThat(Environments.hsmScope(AzurePlace.CHINA))
        .isEqualTo("https://managedhsm.azure.cn/.default");
    assertThat(Environments.graphScope(AzurePlace.CHINA))
        .isEqualTo("https://microsoftgraph.chinacloudapi.cn/.default");
    assertThat(Environments.armScope(AzurePlace.US_GOVERNMENT))
        .startsWith("https://management.core.usgovcloudapi.net/");
  }

  @Test
  void addressesThatSomebodyTypedReplaceAllOfThem() {
    AzurePlace place =
        new AzurePlace(
            AzurePlace.CUSTOM,
            URI.create("https://management.local.example"),
            URI.create("https://login.local.example"),
            URI.create("https://graph.local.example"),
            "vault.local.example",
            "managedhsm.local.example",
            Route.USUAL);
    AzureEnvironment environment = Environments.of(place);
    assertThat(environment.getResourceManagerEndpoint())
        .isEqualTo("https://management.local.example/");
    assertThat(environment.getManagementEndpoint()).isEqualTo("https://management.local.example/");
    assertThat(environment.getActiveDirectoryEndpoint()).isEqualTo("https://login.local.example/");
    assertThat(environment.getMicrosoftGraphEndpoint()).isEqualTo("https://graph.local.example/");
    assertThat(environment.getKeyVaultDnsSuffix()).isEqualTo(".vault.local.example");
    assertThat(environment.getManagedHsmDnsSuffix()).isEqualTo(".managedhsm.local.example");
    assertThat(Environments.armScope(place))
        .isEqualTo("https://management.local.example//.default");
  }
}
