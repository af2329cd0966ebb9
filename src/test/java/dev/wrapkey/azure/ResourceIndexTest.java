package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.KeyStores;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Resource Graph is asked, and who is asked where it does not answer. */
class ResourceIndexTest {

  private static final String A = "facade00-0000-4000-a000-0000000000a1";
  private static final String B = "facade00-0000-4000-a000-0000000000a2";
  private static final KeyStores.Where WHERE = new KeyStores.Where(A, "East US");

  private final Wire wire = new Wire();
  private final AzureCloud cloud = wire.cloud();
  private final List<Server> servers = new ArrayList<>();

  private Set<String> whereabouts() {
    return cloud.servers().whereabouts(List.of(A, B), new Cancellation(), servers::addAll);
  }

  private static String row(String subscription, String type, String name) {
    return """
    {"id":"/subscriptions/%s/resourceGroups/rg/providers/%s/%s","name":"%s","type":"%s","location":"eastus",
     "tags":null,"sku":null,"properties":{"state":"Ready","version":"17",
     "vaultUri":"https://%s.vault.azure.net/","tenantId":"facade00-0000-4000-a000-000000000001"}}\
    """
        .formatted(subscription, type, name, name, type.toLowerCase(java.util.Locale.ROOT), name);
  }

  private static String page(String token, String... rows) {
    String next = token.isEmpty() ? "" : ",\"$skipToken\":\"" + token + "\"";
    return "{\"totalRecords\":%d,\"count\":%d,\"resultTruncated\":\"false\",\"data\":[%s]%s}"
        .formatted(rows.length, rows.length, String.join(",", rows), next);
  }

  private static String error(String code) {
    return "{\"error\":{\"code\":\"" + code + "\",\"message\":\"Words.\"}}";
  }

  @Test
  void oneQuestionFindsTheSubscriptionsThatHaveServers() {
    wire.then(200, page("t1", row(A, ResourceId.SERVER, "orders-pg")))
        .then(200, page("", row(A, ResourceId.SERVER, "stock-pg")));

    assertThat(whereabouts()).containsExactly(A);

    assertThat(servers).extracting(Server::name).containsExactly("orders-pg", "stock-pg");
    assertThat(servers.getFirst().region()).isEqualTo("eastus");
    assertThat(wire.asked).hasSize(2);
    Wire.Asked first = wire.asked.getFirst();
    assertThat(first.method()).isEqualTo("POST");
    assertThat(first.url()).contains("/providers/Microsoft.ResourceGraph/resources?api-version=");
    assertThat(first.body())
        .contains(A, B, "\"$top\":1000", "\"resultFormat\":\"objectArray\"", "order by id asc")
        .doesNotContain("$skipToken");
    assertThat(wire.asked.getLast().body()).contains("\"$skipToken\":\"t1\"");
  }

  @ParameterizedTest
  @CsvSource({
    "403, AccessDenied",
    "404, NotFound",
    "400, BadRequest",
    "409, MissingSubscriptionRegistration",
  })
  void whereItIsRefusedAllMayHaveServersAndItIsNotAskedAgain(int status, String code) {
    wire.then(status, error(code));

    assertThat(whereabouts()).containsExactly(A, B);
    assertThat(whereabouts()).containsExactly(A, B);

    assertThat(servers).isEmpty();
    assertThat(wire.asked).hasSize(1);
  }

  @Test
  void whereItFailsOnItsOwnItIsAskedAgainNextTime() {
    wire.then(500, error("InternalServerError")).then(200, page(""));
    assertThat(whereabouts()).containsExactly(A, B);
    assertThat(whereabouts()).isEmpty();
  }

  @Test
  void toListDirectlyHelpsNotAgainstThrottling() {
    wire.then(429, error("RateLimiting"));
    assertThat(catchThrowableOfType(CloudFailure.class, this::whereabouts).kind())
        .isEqualTo(Kind.THROTTLED);
  }

  @Test
  void aFailureInTheMiddleIsToldAndNotListedOverAgain() {
    wire.then(200, page("t1", row(A, ResourceId.SERVER, "orders-pg")))
        .then(403, error("Forbidden"));
    assertThat(catchThrowableOfType(CloudFailure.class, this::whereabouts).kind())
        .isEqualTo(Kind.FORBIDDEN);
  }

  @Test
  void aCancellationEndsItBetweenTwoPages() {
    Cancellation cancellation = new Cancellation();
    wire.then(200, page("t1", row(A, ResourceId.SERVER, "orders-pg")));
    assertThatThrownBy(
            () ->
                cloud
                    .servers()
                    .whereabouts(List.of(A), cancellation, page -> cancellation.cancel()))
        .isInstanceOf(CancellationException.class);
    assertThat(wire.asked).hasSize(1);
  }

  @Test
  void whereThisProgramChangedSomethingServersMayBeThoughTheIndexKnowsNone() {
    wire.then(204, "").then(200, page(""));
    cloud.identities().delete(new ResourceId(B, "rg", ResourceId.IDENTITY, "id-orders"));
    assertThat(whereabouts()).containsExactly(B);
  }

  @Test
  void theStoresOfTheRegionComeBeforeAllOthers() {
    wire.then(200, page("", row(A, ResourceId.VAULT, "kv-here")))
        .then(200, page("", row(A, ResourceId.VAULT, "kv-there")));
    List<String> names = new ArrayList<>();

    cloud
        .keyStores()
        .list(
            KeyStore.Kind.KEY_VAULT,
            WHERE,
            new Cancellation(),
            page -> page.forEach(store -> names.add(store.name() + " " + store.host())));

    assertThat(names)
        .containsExactly("kv-here kv-here.vault.azure.net", "kv-there kv-there.vault.azure.net");
    assertThat(wire.asked.getFirst().body())
        .contains("type =~ 'Microsoft.KeyVault/vaults'")
        .contains("subscriptionId in~ ('" + A + "')")
        .contains("location =~ 'eastus'");
    assertThat(wire.asked.getLast().body()).contains("location !~ 'eastus'");
  }

  @Test
  void aFailureBetweenTheRegionAndAllOthersIsToldAndNoStoreComesTwice() {
    wire.then(200, page("", row(A, ResourceId.VAULT, "kv-here")))
        .then(500, error("InternalServerError"))
        .then(200, "{\"value\":[" + row(A, ResourceId.VAULT, "kv-here") + "]}");
    List<KeyStore> found = new ArrayList<>();
    assertThat(
            catchThrowableOfType(
                    CloudFailure.class,
                    () ->
                        cloud
                            .keyStores()
                            .list(
                                KeyStore.Kind.KEY_VAULT, WHERE, new Cancellation(), found::addAll))
                .kind())
        .isEqualTo(Kind.SERVICE);
    assertThat(found).hasSize(1);
  }

  @Test
  void withoutAnIndexTheStoresAreListedDirectly() {
    wire.then(403, error("AccessDenied"))
        .then(200, "{\"value\":[" + row(A, ResourceId.VAULT, "kv-here") + "]}");
    List<KeyStore> found = new ArrayList<>();
    cloud.keyStores().list(KeyStore.Kind.KEY_VAULT, WHERE, new Cancellation(), found::addAll);
    assertThat(found).extracting(KeyStore::name).containsExactly("kv-here");
    assertThat(wire.asked.getLast().url()).contains("/subscriptions/" + A + "/providers/");
  }

  @Test
  void theStoresOfASubscriptionThatThisProgramChangedAreListedDirectly() {
    wire.then(204, "").then(200, "{\"value\":[]}");
    cloud.identities().delete(new ResourceId(A, "rg", ResourceId.IDENTITY, "id-orders"));
    cloud.keyStores().list(KeyStore.Kind.KEY_VAULT, WHERE, new Cancellation(), page -> {});
    assertThat(wire.asked.getLast().url()).doesNotContain("ResourceGraph");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "eastus # 'eastus'",
        "x' or true or name == ' # 'x\\' or true or name == \\''",
        "back\\slash # 'back\\\\slash'",
        "two¶lines # 'twolines'",
      })
  void nothingInATextEndsIt(String text, String literal) {
    assertThat(IndexQuery.text(text.replace('¶', '\n'))).isEqualTo(literal);
  }
}
