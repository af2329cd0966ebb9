package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.EncryptionEdit;
import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.provisioning.KeyChange;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Outcome;
import dev.wrapkey.provisioning.Progress;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.simulator.fault.Fault;
import dev.wrapkey.simulator.fault.FaultOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Changes of both keys, kept by the SDK and the practice cloud together. */
class AzureKeyChangeContractTest extends PracticeContract {

  private static final ResourceId BILLING = ResourceId.server(SUB, "rg-billing", "billing-pg");
  private static final ResourceId ORDERS = ResourceId.server(SUB, "rg-orders", "orders-pg");
  private static final KeyIdentifier FIRST_KEY =
      KeyIdentifier.of("https://kv-billing-neu.vault.azure.net/keys/billing-kek");
  private static final KeyIdentifier SECOND_KEY =
      KeyIdentifier.of("https://kv-billing-weu.vault.azure.net/keys/billing-weu-kek");

  private DataEncryption now(ResourceId server) {
    return cloud.servers().get(server).encryption();
  }

  private Outcome change(ResourceId server, EncryptionEdit edit, Progress progress) {
    return new KeyChange(cloud, time, Retry.Policy.STANDARD)
        .run(server, edit, progress, new Cancellation());
  }

  private Server changed(ResourceId server, DataEncryption wanted) {
    Outcome outcome = change(server, new EncryptionEdit(now(server), wanted), event -> {});
    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    return ((Outcome.Succeeded) outcome).server();
  }

  private static DataEncryption with(
      DataEncryption all, KeyIdentifier first, KeyIdentifier second) {
    return DataEncryption.customerManaged(first, all.identity().orElseThrow())
        .withGeo(all.geo().map(geo -> new GeoEncryption(second, geo.identity(), Optional.empty())));
  }

  private KeyIdentifier rotated(KeyIdentifier key) throws InterruptedException {
    time.pause(Duration.ofMinutes(5));
    return cloud.keyStores().rotate(key).id();
  }

  @Test
  void BLD_12_BLD_13_CMK_26_bothPairsAreChangedTogetherAndBothKeysAreValidAfterwards()
      throws Exception {
    DataEncryption before = now(BILLING);
    assertThat(before.geo()).isPresent();
    KeyIdentifier first = rotated(FIRST_KEY);
    KeyIdentifier second = rotated(SECOND_KEY);

    DataEncryption after = changed(BILLING, with(before, first, second)).encryption();

    assertThat(after.key()).contains(first);
    assertThat(after.geo().map(GeoEncryption::key)).contains(second);
    assertThat(after.status()).contains("Valid");
    assertThat(after.geo().flatMap(GeoEncryption::status)).contains("Valid");
    assertThat(cloud.servers().get(BILLING).identities())
        .contains(after.identity().orElseThrow(), after.geo().orElseThrow().identity());
  }

  @Test
  void eachKeyIsChangedForItselfAndTheOtherStays() throws Exception {
    DataEncryption before = now(BILLING);
    KeyIdentifier second = rotated(SECOND_KEY);
    DataEncryption onlySecond =
        changed(BILLING, with(before, before.key().orElseThrow(), second)).encryption();
    assertThat(onlySecond.key()).isEqualTo(before.key());
    assertThat(onlySecond.geo().map(GeoEncryption::key)).contains(second);

    KeyIdentifier first = rotated(FIRST_KEY);
    DataEncryption onlyFirst =
        changed(BILLING, DataEncryption.customerManaged(first, before.identity().orElseThrow()))
            .encryption();
    assertThat(onlyFirst.key()).contains(first);
    assertThat(onlyFirst.geo().map(GeoEncryption::key)).contains(second);
  }

  @Test
  void CMK_22_oneIdentityForBothKeysIsRefused() {
    DataEncryption before = now(BILLING);
    DataEncryption same =
        before.withGeo(
            before
                .geo()
                .map(
                    geo ->
                        new GeoEncryption(
                            geo.key(), before.identity().orElseThrow(), Optional.empty())));
    Outcome outcome = change(BILLING, new EncryptionEdit(before, same), event -> {});
    assertThat(((Outcome.Failed) outcome).failure().kind()).isEqualTo(CloudFailure.Kind.INVALID);
    assertThat(now(BILLING).usesTheSameAs(before)).isTrue();
  }

  @Test
  void BLD_13_anIdentityStaysAssignedThoughTheChangeFailed() {
    DataEncryption before = now(ORDERS);
    ResourceId newcomer =
        new ResourceId(SUB, "rg-orders", ResourceId.IDENTITY, "id-newcomer-eastus");
    Outcome outcome =
        change(
            ORDERS,
            new EncryptionEdit(
                before, DataEncryption.customerManaged(before.key().orElseThrow(), newcomer)),
            event -> {});
    assertThat(((Outcome.Failed) outcome).failure().kind())
        .isEqualTo(CloudFailure.Kind.KEY_UNUSABLE);
    Server after = cloud.servers().get(ORDERS);
    assertThat(after.encryption().usesTheSameAs(before)).isTrue();
    assertThat(after.identities()).contains(newcomer);
  }

  @Test
  void aChangeOfSomebodyElseIsNoticedAndStays() throws Exception {
    DataEncryption seen = now(BILLING);
    KeyIdentifier theirs = rotated(FIRST_KEY);
    changed(BILLING, with(seen, theirs, seen.geo().orElseThrow().key()));
    Outcome mine =
        change(
            BILLING,
            new EncryptionEdit(
                seen, with(seen, FIRST_KEY.versionless(), seen.geo().orElseThrow().key())),
            event -> {});
    assertThat(((Outcome.Failed) mine).failure().code()).isEqualTo(KeyChange.OVERTAKEN);
    assertThat(now(BILLING).key()).contains(theirs);
  }

  @Test
  void aBusyServerIsWaitedForInSight() throws Exception {
    practice.faults().switchOn(Fault.BUSY, FaultOrder.usual(Fault.BUSY));
    DataEncryption before = now(BILLING);
    List<String> waits = new ArrayList<>();
    Progress listener =
        new Progress() {
          @Override
          public void on(Event event) {}

          @Override
          public void waiting(String step, Wait wait) {
            waits.add(wait.code());
          }
        };
    Outcome outcome =
        change(
            BILLING,
            new EncryptionEdit(
                before, with(before, rotated(FIRST_KEY), before.geo().orElseThrow().key())),
            listener);
    practice.faults().switchOff(Fault.BUSY);
    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    assertThat(waits).containsExactly("ServerIsBusy", "ServerIsBusy");
  }

  @Test
  void BLD_14_aServerOfOneTenantHasNoFederatedClient() {
    assertThat(cloud.servers().federatedClient(BILLING)).isEmpty();
    assertThat(cloud.servers().federatedClient(ORDERS)).isEmpty();
  }
}
