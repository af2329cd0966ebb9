package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.EncryptionEdit;
import dev.wrapkey.provisioning.KeyChange;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Outcome;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.ui.Administrator;
import dev.wrapkey.ui.Practice;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers of the practice cloud that use a key of another tenant (portal specification 6.6). */
class CrossTenantTest {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private static ResourceId fresh() {
    ResourceId like = PRACTICE.idOf("billing-pg");
    String name = "tenants-" + NUMBER.incrementAndGet() + "-pg";
    return new ResourceId(like.subscription(), like.resourceGroup(), like.type(), name);
  }

  private static String ask(ResourceId id, String region, String identity, String more) {
    String refusal =
        PRACTICE.administrator().crossTenant(id, region, PRACTICE.identity(identity), more);
    PRACTICE.time().jump(Duration.ofMinutes(10));
    return refusal;
  }

  private static ResourceId made() {
    ResourceId id = fresh();
    assertThat(ask(id, "northeurope", "id-billing-neu", "")).isEmpty();
    return id;
  }

  private static Server now(ResourceId id) {
    return PRACTICE.cloud().servers().get(id);
  }

  @Test
  void XT_1_XT_2_XT_5_theApplicationUsesTheKeyOnBehalfOfTheIdentityThatItTrusts() {
    ResourceId id = made();
    assertThat(now(id).state()).isEqualTo("Ready");
    assertThat(now(id).encryption().status()).contains("Valid");
    assertThat(PRACTICE.cloud().servers().federatedClient(id))
        .contains(Administrator.CUSTOMER_APPLICATION);
  }

  @Test
  void XT_1_anIdentityThatTheApplicationDoesNotTrustGetsNoServer() {
    ResourceId id = fresh();
    assertThat(ask(id, "northeurope", "id-payroll-uks", "")).isEmpty();
    assertThat(PRACTICE.cloud().servers().list(Practice.PRODUCTION))
        .extracting(Server::name)
        .doesNotContain(id.name());
  }

  @Test
  void XT_3_theKeyOfTheOtherTenantIsNamedByItsIdentifierAndSeenByNobodyHere() {
    ResourceId id = made();
    KeyIdentifier key = now(id).encryption().key().orElseThrow();
    assertThat(key).hasToString(Administrator.CUSTOMER_KEY);
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> PRACTICE.cloud().keyStores().get(key)))
        .isInstanceOfSatisfying(
            CloudFailure.class,
            failure -> assertThat(failure.kind()).isEqualTo(CloudFailure.Kind.FORBIDDEN));
  }

  @Test
  void XT_4_aKeyWithoutAVersionIsFollowedAndItsNewestVersionIsUsed() {
    ResourceId id = made();
    assertThat(now(id).encryption().key().orElseThrow().version()).isEmpty();
    PRACTICE.time().jump(Duration.ofMinutes(90));
    assertThat(now(id).encryption().status()).contains("Valid");
  }

  @Test
  void XT_7_itIsRefusedTogetherWithGeoRedundantBackup() {
    String geo = "\"backup\": {\"geoRedundantBackup\": \"Enabled\"},";
    assertThat(ask(fresh(), "northeurope", "id-billing-neu", geo))
        .contains("CMKInvalidEncryptionParameters");
  }

  @ParameterizedTest(name = "XT-8: not in {0}")
  @ValueSource(strings = {"eastus", "westeurope", "uksouth"})
  void XT_8_itIsRefusedInOtherRegions(String region) {
    assertThat(ask(fresh(), region, "id-billing-neu", ""))
        .contains("CMKInvalidEncryptionParameters", "region");
  }

  @Test
  void BLD_14_aChangeOfOursIsNotSentAndTheApplicationStays() {
    ResourceId id = made();
    DataEncryption before = now(id).encryption();
    KeyIdentifier other = PRACTICE.newest("kv-billing-neu", "billing-kek");
    DataEncryption wanted = DataEncryption.customerManaged(other, before.identity().orElseThrow());
    Outcome outcome =
        new KeyChange(PRACTICE.cloud(), PRACTICE.time(), Retry.Policy.STANDARD)
            .run(id, new EncryptionEdit(before, wanted), event -> {}, new Cancellation());
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(now(id).encryption().key()).isEqualTo(before.key());
    assertThat(PRACTICE.cloud().servers().federatedClient(id))
        .contains(Administrator.CUSTOMER_APPLICATION);
  }

  @Test
  void BLD_14_whoeverSendsAChangeWithoutTheApplicationMakesItAServerOfASingleTenant() {
    ResourceId id = made();
    KeyIdentifier own = PRACTICE.newest("kv-billing-neu", "billing-kek");
    PRACTICE
        .cloud()
        .servers()
        .changeKey(
            id, DataEncryption.customerManaged(own, now(id).encryption().identity().orElseThrow()));
    PRACTICE.time().jump(Duration.ofMinutes(10));
    assertThat(now(id).encryption().key()).contains(own);
    assertThat(PRACTICE.cloud().servers().federatedClient(id)).isEmpty();
  }
}
