package dev.wrapkey.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wrapkey.export.plan.PlanFile;
import dev.wrapkey.provisioning.Plan;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is in the files of an export, and what is not. */
class ExportTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static Stream<Plan> plans() {
    return Stream.of(
        Plans.plain("orders-a"),
        Plans.full("orders-a"),
        Plans.rich("orders-a"),
        Plans.closed("orders-a"));
  }

  private static String all(Plan plan, Format format) {
    return String.join("\n", Export.of(plan, format).stream().map(Exported::text).toList());
  }

  @ParameterizedTest
  @MethodSource("plans")
  void noFileHoldsThePassword(Plan plan) {
    for (Format format : Format.values()) {
      assertThat(all(plan, format)).isNotEmpty().doesNotContain(Plans.CANARY);
    }
    assertThat(PlanFile.write(plan)).doesNotContain(Plans.CANARY);
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void everyChoiceOfThePlanIsInEveryFormat(Format format) {
    assertThat(all(Plans.rich("orders-a"), format))
        .contains("orders-a", "eastus", "Standard_E4ads_v5", "P30", "ZoneRedundant", "21")
        .contains("203.0.113.0", "203.0.113.255", "198.51.100.7", "0.0.0.0")
        .contains("https://kv-orders-eastus.vault.azure.net/keys/orders-kek")
        .contains(
            "https://kv-orders-westus.vault.azure.net/keys/kek/0123456789abcdef0123456789abcdef")
        .contains(Plans.identity("id-orders-eastus").toString())
        .contains(Plans.identity("id-orders-westus").toString())
        .contains("11111111-2222-4333-8444-555555555555", "pe-orders", "rg-net")
        .contains("virtualNetworks/hall/subnets/db", "postgresqlServer", "47 11", "pgadmin");
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void privateAccessIsInEveryFormatAndNoPasswordIsAskedForWithEntraOnly(Format format) {
    assertThat(all(Plans.closed("orders-a"), format))
        .contains("virtualNetworks/hall/subnets/db")
        .contains("orders.private.postgres.database.azure.com")
        .contains("dba-team")
        .doesNotContain("pgadmin")
        .doesNotContainIgnoringCase("administrator_password")
        .doesNotContainIgnoringCase("administratorLogin");
  }

  @Test
  void thePasswordIsASecureParameterWithoutAValue() throws IOException {
    List<Exported> arm = Export.of(Plans.plain("orders-a"), Format.ARM);
    JsonNode declared =
        JSON.readTree(arm.get(0).text()).at("/parameters/administratorLoginPassword");
    assertThat(declared.path("type").asText()).isEqualTo("secureString");
    assertThat(declared.has("defaultValue")).isFalse();
    assertThat(
            JSON.readTree(arm.get(1).text()).path("parameters").has("administratorLoginPassword"))
        .isFalse();
    List<Exported> bicep = Export.of(Plans.plain("orders-a"), Format.BICEP);
    assertThat(bicep.get(0).text())
        .contains("@secure()\nparam administratorLoginPassword string\n");
    assertThat(bicep.get(1).text())
        .contains(
            "param administratorLoginPassword ="
                + " readEnvironmentVariable('WRAPKEY_ADMIN_PASSWORD')\n");
    assertThat(all(Plans.plain("orders-a"), Format.CLI)).contains("'@-'", "read -rsp");
    assertThat(all(Plans.plain("orders-a"), Format.TERRAFORM))
        .contains("sensitive = true", "administrator_password        = var.administrator_password");
  }

  /** The service refuses to change a server in two ways at once. */
  @Test
  void partsOfTheServerAreMadeOneAfterAnother() throws IOException {
    JsonNode resources =
        JSON.readTree(Export.of(Plans.full("orders-a"), Format.ARM).get(0).text())
            .path("resources");
    assertThat(resources).hasSize(4);
    for (int i = 2; i < resources.size(); i++) {
      String before =
          resources.get(i - 1).path("name").asText().replaceAll(".*, '(.*)'\\).*", "$1");
      assertThat(resources.get(i).path("dependsOn")).hasSize(1);
      assertThat(resources.get(i).at("/dependsOn/0").asText()).contains("'" + before + "'");
    }
  }

  @Test
  void whatBelongsToAnotherGroupIsDeployedThere() throws IOException {
    JsonNode resources =
        JSON.readTree(Export.of(Plans.rich("orders-a"), Format.ARM).get(0).text())
            .path("resources");
    JsonNode last = resources.get(resources.size() - 1);
    assertThat(last.path("type").asText()).isEqualTo("Microsoft.Resources/deployments");
    assertThat(last.path("resourceGroup").asText()).isEqualTo("rg-net");
    assertThat(last.at("/properties/template/resources/0/name").asText()).isEqualTo("pe-orders");
    assertThat(Export.of(Plans.rich("orders-a"), Format.BICEP)).hasSize(3);
  }

  @Test
  void tagsThatAzureCliWouldMisreadAreSentAsTheyAre() {
    Plan plan = Plans.plain("orders-a");
    plan.tags().put("a=b", "c");
    plan.tags().put("who", "@orders");
    assertThat(Export.of(plan, Format.CLI).getFirst().text())
        .contains("az rest")
        .doesNotContain("management.azure.com")
        .contains("'{\"tags\":{\"a=b\":\"c\",\"who\":\"@orders\"}}'")
        .doesNotContain("--tags");
  }

  @Test
  void terraformRefusesADiskItHasNoWordsFor() {
    Plan plan = Plans.plain("orders-a");
    Plan modern =
        plan.withConfiguration(
            plan.configuration()
                .withStorage(new Plan.Storage(Plan.Storage.PREMIUM_V2, 64, "", 3000, 125, false)));
    assertThat(Export.refusal(modern, Format.TERRAFORM)).isPresent();
    assertThatThrownBy(() -> Export.of(modern, Format.TERRAFORM))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(all(modern, Format.CLI)).contains("--throughput '125'", "--iops '3000'");
  }
}
