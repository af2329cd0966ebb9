package dev.wrapkey.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.simulator.Practice.Answer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Azure Resource Manager beside PostgreSQL and Key Vault. */
class ResourceManagerTest {

  private static final String SUB = Practice.ARM + "/subscriptions/" + Practice.PRODUCTION;
  private static final String GROUP = SUB + "/resourceGroups/rg-orders";
  private static final String NETWORK = "/providers/Microsoft.Network/virtualNetworks/hall";
  private static final String ZONE = "/providers/Microsoft.Network/privateDnsZones/pg.example.org";

  @TempDir Path folder;
  private Practice practice;

  @BeforeEach
  void open() throws StateInUse {
    practice = new Practice(folder);
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private Answer put(String url, String body) {
    return practice.send("PUT", url, body);
  }

  @Test
  void aGroupTakesEverythingInItAlong() {
    Answer gone = practice.send("DELETE", GROUP + "?api-version=2021-04-01", "");
    assertThat(gone.status()).isEqualTo(202);
    assertThat(practice.get(gone.header("Location")).status()).isEqualTo(202);
    practice.time.jump(Duration.ofMinutes(2));
    assertThat(practice.get(gone.header("Location")).status()).isEqualTo(200);
    assertThat(practice.get(Orders.url("orders-pg")).code()).isEqualTo("ResourceGroupNotFound");
    assertThat(practice.cloud.inspector().look(Orders.id("orders-pg"))).isEmpty();
  }

  @Test
  void aLockKeepsAGroup() {
    String lock = GROUP + "/providers/Microsoft.Authorization/locks/keep?api-version=2020-05-01";
    assertThat(put(lock, "{\"properties\": {\"level\": \"CanNotDelete\"}}").status())
        .isEqualTo(201);
    Answer refused = practice.send("DELETE", GROUP + "?api-version=2021-04-01", "");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("ScopeLocked");
    practice.send("DELETE", lock, "");
    assertThat(practice.send("DELETE", GROUP + "?api-version=2021-04-01", "").status())
        .isEqualTo(202);
  }

  /** Recorded 2022-01-01: subnets come with the network, delegations with their actions. */
  @Test
  void aNetworkShowsItsDelegatedSubnet() {
    Answer made =
        put(
            GROUP + NETWORK + "?api-version=2022-01-01",
            """
            {"location": "eastus", "properties": {"addressSpace": {"addressPrefixes": ["10.0.0.0/16"]},
             "subnets": [{"name": "db", "properties": {"addressPrefix": "10.0.1.0/24", "delegations": [{"name": "pg",
               "properties": {"serviceName": "Microsoft.DBforPostgreSQL/flexibleServers"}}]}}]}}\
            """);
    assertThat(made.status()).isEqualTo(201);
    practice.time.jump(Duration.ofMinutes(1));
    assertThat(practice.get(made.header("Azure-AsyncOperation")).json().path("status").asText())
        .isEqualTo("Succeeded");
    Answer subnet = practice.get(GROUP + NETWORK + "/subnets/db?api-version=2022-01-01");
    assertThat(subnet.json().at("/properties/delegations/0/properties/actions/0").asText())
        .isEqualTo("Microsoft.Network/virtualNetworks/subnets/join/action");
    assertThat(practice.get(GROUP + NETWORK + "/subnets/no?api-version=2022-01-01").code())
        .isEqualTo("NotFound");
  }

  /** Recorded 2018-09-01. */
  @Test
  void aZoneIsNotDeletedWhileALinkExists() {
    String url = GROUP + ZONE + "?api-version=2018-09-01";
    assertThat(put(url, "{\"location\": \"global\"}").status()).isEqualTo(202);
    assertThat(practice.get(url).json().at("/properties/maxNumberOfRecordSets").asInt())
        .isEqualTo(25000);
    Answer link =
        put(
            GROUP + ZONE + "/virtualNetworkLinks/l?api-version=2018-09-01",
            "{\"location\": \"global\", \"properties\": {\"virtualNetwork\": {\"id\": \"/x\"}}}");
    assertThat(link.status()).isEqualTo(202);
    assertThat(practice.send("DELETE", url, "").code()).isEqualTo("CannotDeleteResource");
  }

  @Test
  void aRoleOfOnesOwnIsMadeAndDeleted() {
    String role = "11111111-2222-4333-8444-555555555555";
    String url =
        GROUP
            + "/providers/Microsoft.Authorization/roleDefinitions/"
            + role
            + "?api-version=2022-04-01";
    Answer made =
        put(
            url,
            """
            {"properties": {"roleName": "Looker", "type": "customRole", "assignableScopes": ["/x"],
             "permissions": [{"actions": ["*/read"]}]}}\
            """);
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().at("/properties/type").asText()).isEqualTo("CustomRole");
    assertThat(practice.send("DELETE", url, "").status()).isEqualTo(200);
    assertThat(practice.get(url).code()).isEqualTo("RoleDefinitionDoesNotExist");
  }

  @Test
  void storedThingsSurviveARestart() throws StateInUse {
    String url = GROUP + ZONE + "?api-version=2018-09-01";
    put(url, "{\"location\": \"global\", \"tags\": {\"a\": \"b\"}}");
    practice.close();
    practice = new Practice(folder);
    assertThat(practice.get(url).json().at("/tags/a").asText()).isEqualTo("b");
  }

  @Test
  void providersThatArePlayedAreRegistered() {
    assertThat(
            practice
                .get(SUB + "/providers/Microsoft.Network?api-version=2021-04-01")
                .json()
                .path("registrationState")
                .asText())
        .isEqualTo("Registered");
  }

  private static final String TEMPLATE =
      """
      {"properties": {"mode": "Incremental", "parameters": {"name": {"value": "bench"}, "secret": {"value": "%s"}},
       template: {"parameters": {"name": {"type": "string"}, "secret": {"type": "securestring"},
           "place": {"type": "string", "defaultValue": "[resourceGroup().location]"}},
         "variables": {"server": "[concat(parameters('name'), '-pg')]",
           "identity": "[resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', 'id-orders-eastus')]"},
         "resources": [{"type": "Microsoft.DBforPostgreSQL/flexibleServers", "apiVersion": "2022-12-01",
           "name": "[variables('server')]", "location": "[parameters('place')]",
           "sku": {"name": "Standard_D2s_v3", "tier": "GeneralPurpose"},
           "identity": {"type": "UserAssigned", "userAssignedIdentities": {"%s": {}}},
           "properties": {"administratorLogin": "wrapadmin",
             "administratorLoginPassword": "[parameters('secret')]", "version": "16",
             "dataEncryption": {"type": "AzureKeyVault", "primaryKeyURI": "%s",
               "primaryUserAssignedIdentityId": "[variables('identity')]"}}}]}}}\
      """;

  /** The name without quotes is what azure-cli sends (recorded 2021-04-01). */
  @Test
  void aTemplateMakesACustomerManagedServer() {
    String body =
        TEMPLATE.formatted(
            Orders.PASSWORD,
            Orders.identity("id-orders-eastus"),
            Orders.key("kv-orders-eastus", "orders-kek"));
    String url = GROUP + "/providers/Microsoft.Resources/deployments/d1";
    Answer checked = practice.send("POST", url + "/validate?api-version=2021-04-01", body);
    assertThat(checked.json().at("/properties/validatedResources/0/id").asText())
        .isEqualTo(Orders.id("bench-pg"));
    assertThat(practice.get(Orders.url("bench-pg")).status()).isEqualTo(404);

    Answer made = put(url + "?api-version=2021-04-01", body);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.body()).doesNotContain(Orders.PASSWORD);
    String status = made.header("Azure-AsyncOperation");
    assertThat(practice.get(status).json().path("status").asText()).isEqualTo("Running");
    practice.time.jump(Duration.ofMinutes(10));
    assertThat(practice.get(status).body()).contains("Succeeded");
    assertThat(
            practice
                .get(Orders.url("bench-pg"))
                .json()
                .at("/properties/dataEncryption/type")
                .asText())
        .isEqualTo("AzureKeyVault");
  }

  @Test
  void aDeploymentFailsWithTheReasonOfItsResource() {
    String body =
        TEMPLATE.formatted(
            Orders.PASSWORD,
            Orders.identity("id-orders-eastus"),
            Orders.key("kv-orders-eastus", "retired-kek"));
    Answer made =
        put(GROUP + "/providers/Microsoft.Resources/deployments/d2?api-version=2021-04-01", body);
    practice.time.jump(Duration.ofMinutes(10));
    assertThat(practice.get(made.header("Azure-AsyncOperation")).body())
        .contains("DeploymentFailed")
        .contains("AzureKeyVaultKeyDisabled");
  }

  private static final String LOOPS =
      """
      {"properties": {"mode": "Incremental", "parameters": {"secret": {"value": "%s"}},
       "template": {
        "parameters": {"secret": {"type": "securestring"}, "prefix": {"type": "string", "defaultValue": "loop"}},
        "variables": {"name": "[toLower(format('{0}-{1}', parameters('prefix'), 'PG'))]",
          "open": ["10.0.0.1", "10.0.0.2"]},
        "resources": [
          {"type": "Microsoft.DBforPostgreSQL/flexibleServers/firewallRules", "apiVersion": "2022-12-01",
           "copy": {"name": "rules", "count": "[length(variables('open'))]"},
           "name": "[concat(variables('name'), '/rule', copyIndex(1))]",
           "dependsOn": ["[resourceId('Microsoft.DBforPostgreSQL/flexibleServers', variables('name'))]"],
           "properties": {"startIpAddress": "[variables('open')[copyIndex()]]",
             "endIpAddress": "[variables('open')[copyIndex()]]"}},
          {"type": "Microsoft.DBforPostgreSQL/flexibleServers", "apiVersion": "2022-12-01",
           "condition": "[and(true(), not(equals(parameters('prefix'), 'x')))]",
           "name": "[variables('name')]", "location": "[resourceGroup().location]",
           "sku": {"name": "Standard_B1ms", "tier": "Burstable"},
           "properties": {"administratorLogin": "wrapadmin",
             "administratorLoginPassword": "[parameters('secret')]", "version": "16",
             "storage": {"storageSizeGB": 32}}},
          {"type": "Microsoft.ManagedIdentity/userAssignedIdentities", "apiVersion": "2023-01-31",
           "condition": "[empty(variables('name'))]", "name": "never", "location": "eastus"}],
        "outputs": {
          "host": {"type": "string", "value": "[reference(variables('name')).fullyQualifiedDomainName]"},
          "key": {"type": "securestring", "value": "[parameters('secret')]"}}}}}
      """;

  @Test
  void aTemplateMayCopyDependAndTellWhatItMade() {
    String url = GROUP + "/providers/Microsoft.Resources/deployments/d4";
    String version = "?api-version=2021-04-01";
    String body = LOOPS.formatted(Orders.PASSWORD);

    Answer before = practice.send("POST", url + "/whatIf" + version, body);
    assertThat(before.status()).as(before.body()).isEqualTo(200);
    assertThat(before.json().at("/properties/changes").findValuesAsText("changeType"))
        .containsExactly("Create", "Create", "Create");
    assertThat(before.body()).doesNotContain(Orders.PASSWORD);

    Answer made = put(url + version, body);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.json().at("/properties/outputs").isMissingNode()).isTrue();
    practice.time.jump(Duration.ofMinutes(10));
    Answer done = practice.get(url + version);
    assertThat(done.json().at("/properties/provisioningState").asText()).isEqualTo("Succeeded");
    assertThat(done.json().at("/properties/outputs/host/value").asText())
        .isEqualTo("loop-pg.postgres.database.azure.com");
    assertThat(done.body()).doesNotContain(Orders.PASSWORD);
    assertThat(practice.get(Orders.url("loop-pg").replace("?", "/firewallRules/rule2?")).body())
        .contains("10.0.0.2");
    assertThat(practice.get(Practice.ARM + Orders.identity("never") + "?api-version=2023-01-31"))
        .extracting(Answer::status)
        .isEqualTo(404);

    Answer after = practice.send("POST", url + "/whatIf" + version, body);
    assertThat(after.json().at("/properties/changes").findValuesAsText("changeType"))
        .containsExactly("NoChange", "NoChange", "NoChange");
    Answer other =
        practice.send(
            "POST", url + "/whatIf" + version, body.replace("\"10.0.0.2\"", "\"10.0.0.9\""));
    assertThat(other.json().at("/properties/changes").findValuesAsText("changeType"))
        .containsExactly("NoChange", "NoChange", "Modify");
    assertThat(other.json().at("/properties/changes/2/delta/0/path").asText())
        .isEqualTo("properties.startIpAddress");
  }

  @Test
  void aRunningDeploymentIsCancelledAndWhatItOrderedGoesOn() {
    String url = GROUP + "/providers/Microsoft.Resources/deployments/d5";
    String version = "?api-version=2021-04-01";
    put(url + version, LOOPS.formatted(Orders.PASSWORD).replace("\"loop\"", "\"halt\""));
    assertThat(practice.send("POST", url + "/cancel" + version, "").status()).isEqualTo(204);
    assertThat(practice.get(url + version).body()).contains("Canceled");
    Answer again = practice.send("POST", url + "/cancel" + version, "");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.body()).contains("DeploymentCannotBeCancelled");
    practice.time.jump(Duration.ofMinutes(10));
    assertThat(practice.get(Orders.url("halt-pg")).status()).isEqualTo(200);
  }

  @Test
  void aCircleOfDependenciesIsRefused() {
    String circle =
        """
        {"properties": {"template": {"resources": [
          {"type": "Microsoft.ManagedIdentity/userAssignedIdentities", "name": "a", "dependsOn": ["b"]},
          {"type": "Microsoft.ManagedIdentity/userAssignedIdentities", "name": "b", "dependsOn": ["a"]}]}}}\
        """;
    Answer answer =
        put(GROUP + "/providers/Microsoft.Resources/deployments/d6?api-version=2021-04-01", circle);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("Circular dependency detected");
  }

  @Test
  void whatATemplateCannotDoHereIsSaidByName() {
    Answer answer =
        put(
            GROUP + "/providers/Microsoft.Resources/deployments/d3?api-version=2021-04-01",
            """
            {"properties": {"template": {"resources": [{"type": "A.B/c", "name": "[reference('x')]"}]}}}\
            """);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("InvalidTemplate").contains("reference");
  }
}
