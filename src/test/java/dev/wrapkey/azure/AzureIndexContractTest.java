package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.KeyStores;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the index knows, held against what the services themselves say. */
class AzureIndexContractTest extends PracticeContract {

  private static List<KeyStore> stores(AzureCloud cloud, KeyStore.Kind kind, String region) {
    List<KeyStore> found = new ArrayList<>();
    cloud
        .keyStores()
        .list(kind, new KeyStores.Where(SUB, region), new Cancellation(), found::addAll);
    return found;
  }

  @Test
  void theIndexKnowsTheServersAsTheyDescribeThemselvesButForTheirAge() {
    AzureCloud cloud = new AzureCloud(connection);
    List<String> all = cloud.directory().subscriptions().stream().map(Subscription::id).toList();
    List<Server> indexed = new ArrayList<>();

    Set<String> some = cloud.servers().whereabouts(all, new Cancellation(), indexed::addAll);

    List<Server> direct = all.stream().flatMap(id -> cloud.servers().list(id).stream()).toList();
    assertThat(indexed)
        .extracting(Server::id)
        .containsExactlyInAnyOrderElementsOf(direct.stream().map(Server::id).toList());
    assertThat(some)
        .containsExactlyInAnyOrderElementsOf(
            direct.stream().map(server -> server.id().subscription()).distinct().toList());
    for (Server server : direct) {
      Server known =
          indexed.stream().filter(each -> each.id().equals(server.id())).findFirst().orElseThrow();
      assertThat(known.region()).isEqualTo(server.region());
      assertThat(known.state()).isEqualTo(server.state());
      assertThat(known.summary()).isEqualTo(server.summary());
      assertThat(known.identities()).containsExactlyInAnyOrderElementsOf(server.identities());
      assertThat(known.encryption()).isEqualTo(server.encryption());
      assertThat(known.setup().created()).as("the table does not have it").isEmpty();
    }
  }

  @Test
  void theStoresAreThoseOfADirectListWithTheRegionsOwnFirst() {
    AzureCloud cloud = new AzureCloud(connection);
    for (KeyStore.Kind kind : KeyStore.Kind.values()) {
      List<KeyStore> direct = new ArrayList<>();
      cloud.keyStores().list(kind, SUB, new Cancellation(), direct::addAll);
      List<KeyStore> found = stores(cloud, kind, "westeurope");
      assertThat(found).containsExactlyInAnyOrderElementsOf(direct);
      assertThat(found.stream().map(store -> store.region().equals("westeurope")).toList())
          .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }
    assertThat(stores(cloud, KeyStore.Kind.KEY_VAULT, "westeurope").getFirst().region())
        .isEqualTo("westeurope");
  }

  @Test
  void aStrangeRegionFindsNothingButHarmsNothingEither() {
    AzureCloud cloud = new AzureCloud(connection);
    List<KeyStore> usual = stores(cloud, KeyStore.Kind.KEY_VAULT, "eastus");
    assertThat(stores(cloud, KeyStore.Kind.KEY_VAULT, "no' or '1' == '1\\"))
        .containsExactlyInAnyOrderElementsOf(usual);
  }

  @Test
  void afterAChangeTheSubscriptionCountsWhateverTheIndexSays() {
    AzureCloud cloud = new AzureCloud(connection);
    ResourceId id = new ResourceId(SUB, "rg-orders", ResourceId.IDENTITY, "id-index");
    ManagedIdentity made = cloud.identities().create(id, "eastus");
    assertThat(made.id()).isEqualTo(id);
    assertThat(cloud.servers().whereabouts(List.of(SUB), new Cancellation(), page -> {}))
        .contains(SUB);
    assertThat(stores(cloud, KeyStore.Kind.KEY_VAULT, "eastus")).isNotEmpty();
  }
}
