package dev.wrapkey.ui.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.task.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KeyViewModelTest {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  private final List<KeyIdentifier> picked = new ArrayList<>();

  private KeyViewModel pane(Scope scope, boolean automatic) {
    return new KeyViewModel(
        PRACTICE.cloud(), Practice.tasks(), PRACTICE.time(), scope, automatic, picked::add);
  }

  private KeyViewModel pane() {
    return pane(PRACTICE.scope("eastus"), false);
  }

  private static KeyViewModel choose(KeyViewModel pane, String store, String key) {
    pane.storeProperty()
        .set(
            pane.usable().stream()
                .filter(s -> s.name().equals(store))
                .findFirst()
                .orElseThrow(() -> new AssertionError(store + " is not offered")));
    if (!key.isEmpty()) {
      pane.keyProperty().set(named(pane, key));
    }
    return pane;
  }

  private static Key named(KeyViewModel pane, String key) {
    return pane.keys().items().stream()
        .filter(k -> k.id().key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> reasons(KeyViewModel pane) {
    return pane.storeList().leftOut().stream()
        .collect(Collectors.toMap(LeftOut::store, LeftOut::reason));
  }

  @Test
  void CMK_3_onlyVaultsOfTheServersRegionAreOffered() {
    assertThat(pane().usable())
        .extracting(KeyStore::name)
        .containsExactlyInAnyOrder(
            "kv-orders-eastus", "kv-policy-eastus", "kv-sealed-eastus", "kv-hidden-eastus");
    assertThat(pane(PRACTICE.scope("westeurope"), false).usable())
        .extracting(KeyStore::name)
        .containsExactlyInAnyOrder("kv-reporting-weu", "kv-billing-weu");
  }

  @Test
  void CMK_4_onlyVaultsOfTheServersSubscriptionAreListed() {
    Scope development = new Scope(PRACTICE.subscription(Practice.DEVELOPMENT), "eastus");
    assertThat(pane(development, false).stores().items())
        .extracting(KeyStore::name)
        .containsExactly("kv-dev-eastus");
  }

  @Test
  void eachVaultThatIsLeftOutHasItsReason() {
    assertThat(reasons(pane()))
        .hasEntrySatisfying(
            "kv-orders-westus",
            r -> assertThat(r).isEqualTo("Region West US; the server is in East US"))
        .hasEntrySatisfying("kv-reporting-weu", r -> assertThat(r).contains("Region West Europe"))
        .hasEntrySatisfying(
            "kv-lab-eastus", r -> assertThat(r).startsWith("Purge protection is off"))
        .doesNotContainKey("kv-orders-eastus");
    assertThat(reasons(pane(PRACTICE.scope("westeurope"), false)))
        .hasEntrySatisfying("kv-legacy-weu", r -> assertThat(r).startsWith("Soft delete is off"));
  }

  @Test
  void aRegionWithoutAnyVaultOffersNothingButTellsOfAll() {
    KeyViewModel pane = pane(PRACTICE.scope("japaneast"), false);
    assertThat(pane.usable()).isEmpty();
    assertThat(pane.storeList().leftOut()).hasSameSizeAs(pane.stores().items()).isNotEmpty();
  }

  @Test
  void aVaultWhoseKeysWeMayNotListSaysWhy() {
    KeyViewModel pane = choose(pane(), "kv-hidden-eastus", "");
    assertThat(pane.keys().stateProperty().get()).isEqualTo(Listing.State.FAILED);
    assertThat(pane.keys().failureProperty().get().kind()).isEqualTo(CloudFailure.Kind.FORBIDDEN);
    assertThat(pane.completeProperty().get()).isFalse();
  }

  @Test
  void aVaultBehindAFirewallSaysSo() {
    KeyViewModel pane = choose(pane(), "kv-sealed-eastus", "");
    assertThat(pane.keys().stateProperty().get()).isEqualTo(Listing.State.FAILED);
    assertThat(pane.keys().failureProperty().get().details()).contains("not authorized");
  }

  @Test
  void anotherVaultAfterAFailureListsItsKeys() {
    KeyViewModel pane = choose(pane(), "kv-hidden-eastus", "");
    choose(pane, "kv-policy-eastus", "policy-kek");
    assertThat(pane.keys().failureProperty().get()).isNull();
    assertThat(pane.completeProperty().get()).isTrue();
  }

  @Test
  void CMK_16_CMK_17_lapsedAndDisabledKeysAreRefusedInTheList() {
    KeyViewModel pane = choose(pane(), "kv-orders-eastus", "");
    assertThat(pane.refusal(named(pane, "lapsed-kek")).orElseThrow()).contains("expired on");
    assertThat(pane.refusal(named(pane, "retired-kek")).orElseThrow()).contains("is disabled");
    assertThat(pane.refusal(named(pane, "orders-kek"))).isEmpty();
  }

  @Test
  void CMK_13_anEllipticCurveKeyIsFoundOutWhenItIsChosenBecauseTheListDoesNotTellTheType() {
    KeyViewModel pane = choose(pane(), "kv-orders-eastus", "signing-ec");
    assertThat(pane.keyProblemProperty().get()).contains("signing-ec").contains("type EC");
    assertThat(pane.completeProperty().get()).isFalse();
    choose(pane, "kv-orders-eastus", "orders-kek");
    assertThat(pane.keyProblemProperty().get()).isEmpty();
    assertThat(pane.completeProperty().get()).isTrue();
  }

  @Test
  void theNewestVersionIsPreselected() {
    KeyViewModel pane = choose(pane(), "kv-orders-eastus", "orders-kek");
    assertThat(pane.versions().items()).hasSize(2);
    Key preselected = pane.versionProperty().get();
    assertThat(pane.versions().items())
        .allSatisfy(
            v -> assertThat(v.life().created()).isBeforeOrEqualTo(preselected.life().created()));
    pane.select();
    assertThat(picked).containsExactly(preselected.id());
    assertThat(preselected.id().version()).isPresent();
  }

  @Test
  void anOlderVersionMayBePicked() {
    KeyViewModel pane = choose(pane(), "kv-orders-eastus", "orders-kek");
    pane.versionProperty().set(pane.versions().items().getLast());
    pane.select();
    assertThat(picked).containsExactly(PRACTICE.versions("kv-orders-eastus", "orders-kek").get(1));
  }

  @Test
  void aDisabledNewestVersionIsPassedOver() {
    KeyIdentifier newest =
        PRACTICE.cloud().keyStores().rotate(PRACTICE.newest("kv-orders-eastus", "ledger-kek")).id();
    PRACTICE.administrator().enable(newest, false);
    KeyViewModel pane = choose(pane(), "kv-orders-eastus", "");
    // the list shows a key as its newest version is, so the whole key is refused there
    assertThat(pane.refusal(named(pane, "ledger-kek"))).isPresent();
    pane.keyProperty().set(named(pane, "ledger-kek"));
    assertThat(pane.versionProperty().get().id()).isNotEqualTo(newest);
  }

  @Test
  void withAutomaticUpdateTheKeyIsPickedWithoutAVersion() {
    KeyViewModel pane =
        choose(pane(PRACTICE.scope("eastus"), true), "kv-orders-eastus", "orders-kek");
    assertThat(pane.completeProperty().get()).isTrue();
    pane.select();
    assertThat(picked)
        .containsExactly(PRACTICE.newest("kv-orders-eastus", "orders-kek").versionless());
  }

  @Test
  void managedHsmsAreListedOnRequestAndForgetTheVault() {
    KeyViewModel pane = choose(pane(), "kv-orders-eastus", "orders-kek");
    pane.kindProperty().set(KeyStore.Kind.MANAGED_HSM);
    assertThat(pane.storeProperty().get()).isNull();
    assertThat(pane.keyProperty().get()).isNull();
    assertThat(pane.versionProperty().get()).isNull();
    assertThat(pane.keys().items()).isEmpty();
    assertThat(pane.completeProperty().get()).isFalse();
    choose(pane, "hsm-orders-eastus", "orders-hsm-kek");
    pane.select();
    assertThat(picked).singleElement().matches(KeyIdentifier::isManagedHsm);
  }

  @Test
  void anotherKeyForgetsTheVersionOfTheOneBefore() {
    KeyViewModel pane = choose(pane(), "kv-orders-eastus", "orders-kek");
    choose(pane, "kv-policy-eastus", "policy-kek");
    pane.select();
    assertThat(picked).singleElement().matches(k -> k.key().equals("policy-kek"));
  }
}
