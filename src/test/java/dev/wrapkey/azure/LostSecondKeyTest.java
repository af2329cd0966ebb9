package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.EncryptionEdit;
import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.provisioning.KeyChange;
import dev.wrapkey.provisioning.KeyDeletion;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyOrder;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.Outcome;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.simulator.Landscapes;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.time.VirtualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose key in the paired region cannot be used any more is given another one there. */
class LostSecondKeyTest {

  private static final String SUB = "facade00-0000-4000-a000-0000000000a1";
  private static final ResourceId BILLING = ResourceId.server(SUB, "rg-billing", "billing-pg");
  private static final String FIRST = "billing-kek";
  private static final String SECOND = "billing-weu-kek";

  private final VirtualTime time = VirtualTime.standingAt(Instant.parse("2026-03-01T12:00:00Z"));
  private PracticeCloud practice;
  private AzureCloud cloud;
  private DataEncryption before;
  private KeyIdentifier other;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    practice = Landscapes.open(folder.resolve("practice"), time);
    cloud =
        new AzureCloud(
            AzureConnection.servicePrincipal(
                practice.httpClient(),
                PracticeCloud.TENANT,
                PracticeCloud.CLIENT,
                practice.clientSecret()));
    before = cloud.servers().get(BILLING).encryption();
    other =
        cloud.keyStores().create(store(), "billing-weu-other", KeyOrder.usual(2048, false)).id();
    new KeyDeletion(cloud, time).delete(second().versionless(), new Cancellation());
  }

  @AfterEach
  void close() throws Exception {
    practice.close();
  }

  private KeyStore store() {
    List<KeyStore> found = new ArrayList<>();
    cloud.keyStores().list(KeyStore.Kind.KEY_VAULT, SUB, new Cancellation(), found::addAll);
    return found.stream().filter(s -> s.name().equals("kv-billing-weu")).findFirst().orElseThrow();
  }

  private KeyIdentifier second() {
    return before.geo().orElseThrow().key();
  }

  private void purged() throws InterruptedException {
    time.pause(Duration.ofDays(store().protection().retentionDays() + 1));
    assertThat(cloud.keyLife().findDeleted(second().versionless())).isEmpty();
  }

  private Outcome replaceSecond() {
    DataEncryption wanted =
        before.withGeo(
            before.geo().map(geo -> new GeoEncryption(other, geo.identity(), Optional.empty())));
    return new KeyChange(cloud, time, Retry.Policy.STANDARD)
        .run(BILLING, new EncryptionEdit(before, wanted), event -> {}, new Cancellation());
  }

  /** By which key versions the copies in the paired region are sealed. */
  private List<String> copies() {
    return practice.inspector().look(BILLING.toString()).orElseThrow().volumes().stream()
        .filter(volume -> volume.kind().startsWith("geo"))
        .flatMap(volume -> volume.facts().keys().stream())
        .map(key -> key.wrapped().keyVersion())
        .toList();
  }

  @Test
  void aPurgedOneIsReplacedAndTheCopiesAreMadeAnewUnderTheOther() throws Exception {
    purged();
    assertThat(replaceSecond()).isInstanceOf(Outcome.Succeeded.class);
    time.pause(Duration.ofMinutes(61)); // until the service has looked at its keys again
    DataEncryption after = cloud.servers().get(BILLING).encryption();
    assertThat(after.key()).isEqualTo(before.key());
    assertThat(after.geo().map(GeoEncryption::key)).contains(other);
    assertThat(after.geo().flatMap(GeoEncryption::status)).contains("Valid");
    assertThat(copies()).isNotEmpty().containsOnly(other.toString());
  }

  @Test
  void oneThatCanStillBeRecoveredIsNotGivenUpAndTheRefusalNamesIt() {
    Outcome outcome = replaceSecond();
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(((Outcome.Failed) outcome).failure().details())
        .contains("/keys/" + SECOND)
        .doesNotContain("/keys/" + FIRST);

    new KeyDeletion(cloud, time).recover(second().versionless(), new Cancellation());
    assertThat(replaceSecond()).isInstanceOf(Outcome.Succeeded.class);
  }
}
