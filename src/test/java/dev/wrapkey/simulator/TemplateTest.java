package dev.wrapkey.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.simulator.Practice.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TemplateTest extends ResourceManagerScene {

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
