package dev.wrapkey.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrapkey.simulator.Practice.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Azure Resource Graph as its REST reference and {@code az graph query} know it. */
class ResourceGraphTest {

  private static final String VERSION = "2022-10-01";

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

  private Answer ask(String body) {
    return ask(body, VERSION);
  }

  private Answer ask(String body, String version) {
    return practice.send(
        "POST",
        Practice.ARM + "/providers/Microsoft.ResourceGraph/resources?api-version=" + version,
        body.replace('`', '"'));
  }

  private Answer query(String query) {
    return ask("{`query`:`" + query + "`}");
  }

  private static List<String> texts(JsonNode rows, String column) {
    List<String> found = new ArrayList<>();
    rows.forEach(row -> found.add(row.path(column).asText()));
    return found;
  }

  @Test
  void aServerIsShownAsItsServiceShowsItWithTypeAndRegionInSmallLetters() {
    JsonNode row =
        query(
                "Resources | where type =~ 'Microsoft.DBforPostgreSQL/flexibleServers' and name =="
                    + " 'orders-pg'")
            .json()
            .at("/data/0");
    JsonNode direct = practice.get(Orders.url("orders-pg")).json();
    assertThat(row.path("type").asText()).isEqualTo("microsoft.dbforpostgresql/flexibleservers");
    assertThat(row.path("location").asText()).isEqualTo("eastus");
    assertThat(row.path("resourceGroup").asText()).isEqualTo("rg-orders");
    assertThat(row.path("subscriptionId").asText()).isEqualTo(Practice.PRODUCTION);
    assertThat(row.path("id")).isEqualTo(direct.path("id"));
    assertThat(row.at("/properties/state")).isEqualTo(direct.at("/properties/state"));
    assertThat(row.at("/properties/dataEncryption/primaryKeyURI"))
        .isEqualTo(direct.at("/properties/dataEncryption/primaryKeyURI"));
  }

  @Test
  void onlyTheSubscriptionsThatAreAskedForAreLookedAt() {
    String query = "{`subscriptions`:[`%s`],`query`:`project id, subscriptionId`}";
    JsonNode rows = ask(query.formatted(Practice.DEVELOPMENT)).json().path("data");
    assertThat(texts(rows, "subscriptionId")).isNotEmpty().containsOnly(Practice.DEVELOPMENT);
  }

  @Test
  void withoutAnySubscriptionItIsRefused() {
    Answer refused = ask("{`subscriptions`:[`nobody`],`query`:`project id`}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().at("/error/details/0/code").asText())
        .isEqualTo("NoValidSubscriptionsInQueryRequest");
  }

  @Test
  void pagesAreChainedByATokenUntilAllRowsHaveCome() {
    List<String> all = texts(query("project id").json().path("data"), "id");
    List<String> found = new ArrayList<>();
    String token = "";
    do {
      String next = token.isEmpty() ? "" : ",`$skipToken`:`" + token + "`";
      JsonNode page = ask("{`query`:`project id`,`options`:{`$top`:3" + next + "}}").json();
      assertThat(page.path("totalRecords").asInt()).isEqualTo(all.size());
      assertThat(page.path("count").asInt()).isBetween(1, 3);
      assertThat(page.path("resultTruncated").asText()).isEqualTo("false");
      found.addAll(texts(page.path("data"), "id"));
      token = page.path("$skipToken").asText();
    } while (!token.isEmpty());
    assertThat(found).isEqualTo(all).hasSizeGreaterThan(6);
  }

  @Test
  void anAnswerWithoutIdentifiersIsCutOff() {
    JsonNode page = ask("{`query`:`project name`,`options`:{`$top`:2}}").json();
    assertThat(page.path("resultTruncated").asText()).isEqualTo("true");
    assertThat(page.has("$skipToken")).isFalse();
    assertThat(page.path("count").asInt()).isEqualTo(2);
  }

  @Test
  void aTokenOfAnotherQueryLeadsNowhere() {
    String token =
        ask("{`query`:`project id`,`options`:{`$top`:2}}").json().path("$skipToken").asText();
    Answer refused = ask("{`query`:`project id, name`,`options`:{`$skipToken`:`" + token + "`}}");
    assertThat(refused.status()).isEqualTo(400);
  }

  @Test
  void rowsCanBeSkippedAndComeAsATable() {
    JsonNode page =
        ask("{`query`:`project id, name`,`options`:{`$top`:1,`$skip`:1,`resultFormat`:`table`}}")
            .json();
    List<String> ids = texts(query("project id").json().path("data"), "id");
    assertThat(texts(page.at("/data/columns"), "name")).containsExactly("id", "name");
    assertThat(page.at("/data/rows/0/0").asText()).isEqualTo(ids.get(1));
  }

  @Test
  void theOldestVersionAnswersInTablesUnlessAskedOtherwise() {
    assertThat(ask("{`query`:`count`}", "2019-04-01").json().at("/data/rows/0/0").asInt())
        .isPositive();
    assertThat(ask("{`query`:`count`}", "2021-03-01").json().at("/data/0/Count").asInt())
        .isPositive();
  }

  @Test
  void groupsAndSubscriptionsAreInATableOfTheirOwn() {
    assertThat(
            texts(
                query(
                        "resourcecontainers | where type == 'microsoft.resources/subscriptions' |"
                            + " project id, name")
                    .json()
                    .path("data"),
                "id"))
        .contains("/subscriptions/" + Practice.PRODUCTION);
    assertThat(
            texts(
                query(
                        "ResourceContainers | where type =~"
                            + " 'Microsoft.Resources/subscriptions/resourceGroups' | project id,"
                            + " name")
                    .json()
                    .path("data"),
                "name"))
        .contains("rg-orders");
  }

  @Test
  void managedHsmsAndIdentitiesAreResourcesToo() {
    JsonNode types = query("summarize count() by type").json().path("data");
    assertThat(texts(types, "type"))
        .contains(
            "microsoft.keyvault/vaults",
            "microsoft.managedidentity/userassignedidentities",
            "microsoft.dbforpostgresql/flexibleservers");
  }

  @Test
  void aQueryThatIsNotUnderstoodIsRefusedInAzuresShape() {
    Answer refused = query("Resources | mvexpand tags");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("BadRequest");
    assertThat(refused.json().at("/error/message").asText())
        .startsWith("Please provide below info when asking for support: timestamp = ");
    assertThat(refused.json().at("/error/details/0/code").asText()).isEqualTo("InvalidQuery");
    assertThat(refused.json().at("/error/details/1/code").asText()).isEqualTo("ParserFailure");
    assertThat(refused.json().at("/error/details/1/line").asInt()).isEqualTo(1);
    assertThat(refused.json().at("/error/details/1/characterPositionInLine").asInt()).isEqualTo(12);
    assertThat(refused.json().at("/error/details/1/token").asText()).isEqualTo("mvexpand");
  }

  @Test
  void everyAnswerTellsWhatIsLeftOfTheQuota() {
    Answer first = query("count");
    Answer second = query("count");
    assertThat(first.header("x-ms-user-quota-remaining")).isEqualTo("14");
    assertThat(second.header("x-ms-user-quota-remaining")).isEqualTo("13");
    assertThat(second.header("x-ms-user-quota-resets-after")).isEqualTo("00:00:05");
    practice.time.jump(java.time.Duration.ofSeconds(5));
    assertThat(query("count").header("x-ms-user-quota-remaining")).isEqualTo("14");
  }
}
