package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyOrder;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.KeyStore.Network;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.NewVaults;
import dev.wrapkey.provisioning.OwnRights;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.RunningOperation;
import dev.wrapkey.provisioning.VaultMaking;
import dev.wrapkey.provisioning.VaultOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * New identities and new vaults: what the port promises, kept by the SDK and the practice cloud.
 */
class AzureNewVaultsContractTest extends PracticeContract {

  private NewVaults vaults;

  @BeforeAll
  void ask() {
    vaults = cloud.newVaults();
  }

  private static ResourceId vault(String name) {
    return new ResourceId(SUB, "rg-security", ResourceId.VAULT, name);
  }

  private static ResourceId identity(String name) {
    return new ResourceId(SUB, "rg-orders", ResourceId.IDENTITY, name);
  }

  private KeyStore make(VaultOrder order) {
    return new VaultMaking(cloud, time).make(order, new Cancellation());
  }

  @Test
  void anIdentityIsMadeListedAndGetsAPrincipal() {
    ManagedIdentity made = cloud.identities().create(identity("id-made"), "westus");
    assertThat(made.region()).isEqualTo("westus");
    assertThat(made.principalId()).isNotBlank();
    assertThat(made.clientId()).isNotBlank().isNotEqualTo(made.principalId());
    assertThat(cloud.identities().get(made.id())).isEqualTo(made);
    List<ManagedIdentity> listed = new ArrayList<>();
    cloud.identities().list(SUB, new Cancellation(), listed::addAll);
    assertThat(listed).contains(made);
  }

  @Test
  void anIdentityThatExistsIsNotMadeAgain() {
    ManagedIdentity first = cloud.identities().create(identity("id-twice"), "eastus");
    CloudFailure failure =
        failureOf(() -> cloud.identities().create(identity("ID-Twice"), "westus"));
    assertThat(failure.kind()).isEqualTo(Kind.NAME_TAKEN);
    assertThat(failure.details()).contains("rg-orders", "ID-Twice");
    assertThat(cloud.identities().get(first.id())).isEqualTo(first);
  }

  @Test
  void anIdentityNeedsALegalNameAndAResourceGroup() {
    assertThat(failureOf(() -> cloud.identities().create(identity("-"), "eastus")).kind())
        .isEqualTo(Kind.INVALID);
    ResourceId nowhere = new ResourceId(SUB, "rg-absent", ResourceId.IDENTITY, "id-lost");
    CloudFailure failure = failureOf(() -> cloud.identities().create(nowhere, "eastus"));
    assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
    assertThat(failure.code()).isEqualTo("ResourceGroupNotFound");
  }

  @Test
  void CMK_5_CMK_6_CMK_7_CMK_8_CMK_12_aRecommendedVaultIsFitForDataEncryption() {
    KeyStore made = make(VaultOrder.recommended(vault("kv-recommended"), "eastus"));
    assertThat(made.region()).isEqualTo("eastus");
    assertThat(made.host()).isEqualTo("kv-recommended.vault.azure.net");
    assertThat(made.protection()).isEqualTo(new KeyStore.Protection(true, true, 90));
    assertThat(made.rbac()).isTrue();
    assertThat(made.network()).isEqualTo(Network.ALL);
    assertThat(made.hardware()).isFalse();
    assertThat(vaults.get(made.id())).isEqualTo(made);
  }

  @Test
  void aVaultIsMadeAsOrdered() {
    VaultOrder order =
        new VaultOrder(
            vault("kv-ordered"),
            "westus",
            true,
            7,
            false,
            false,
            Network.SELECTED_AND_TRUSTED,
            List.of("203.0.113.7"));
    KeyStore made = make(order);
    assertThat(made.region()).isEqualTo("westus");
    assertThat(made.protection()).isEqualTo(new KeyStore.Protection(true, false, 7));
    assertThat(made.hardware()).isTrue();
    assertThat(made.network()).isEqualTo(Network.SELECTED_AND_TRUSTED);
    assertThat(made.rbac()).isFalse();
    assertThat(made.policies())
        .singleElement()
        .satisfies(policy -> assertThat(policy.keyPermissions()).contains("create", "list"));
    Key key = cloud.keyStores().create(made, "first-kek", KeyOrder.usual(2048, false));
    assertThat(key.bits()).isEqualTo(2048);
  }

  @Test
  void aVaultCanBeClosedToAllButTrustedServices() {
    VaultOrder plain = VaultOrder.recommended(vault("kv-closed"), "eastus");
    KeyStore made =
        make(
            new VaultOrder(
                plain.id(),
                "eastus",
                false,
                90,
                true,
                true,
                Network.PRIVATE_AND_TRUSTED,
                List.of()));
    assertThat(made.network()).isEqualTo(Network.PRIVATE_AND_TRUSTED);
  }

  @Test
  void aNameIsFreeTakenOrIllegal() {
    assertThat(vaults.refusalOfName(SUB, "kv-quite-free")).isEmpty();
    assertThat(vaults.refusalOfName(SUB, "kv-orders-eastus").orElseThrow())
        .contains("already in use");
    assertThat(vaults.refusalOfName(SUB, "kv--no").orElseThrow()).contains("3-24");
  }

  @Test
  void aVaultThatExistsIsNotChanged() {
    KeyStore before = vaults.get(vault("kv-lab-eastus"));
    VaultOrder again = VaultOrder.recommended(before.id(), "eastus");
    assertThat(failureOf(() -> vaults.create(again)).kind()).isEqualTo(Kind.NAME_TAKEN);
    assertThat(vaults.get(before.id())).isEqualTo(before);
  }

  @Test
  void aVaultThatIsNotThereIsNotFound() {
    assertThat(failureOf(() -> vaults.get(vault("kv-absent"))).kind()).isEqualTo(Kind.NOT_FOUND);
  }

  @Test
  void theCreationEndsWhenTheVaultIsReached() {
    RunningOperation operation =
        vaults.create(VaultOrder.recommended(vault("kv-arriving"), "eastus"));
    assertThat(operation.poll()).as("no delay while the clock stands").isTrue();
    assertThat(operation.retryAfter()).isPositive();
  }

  @Test
  void anOwnerMayGrantAndOneWithTheRoleMayMakeKeys() {
    assertThat(vaults.ownRights(vaults.get(vault("kv-orders-eastus"))))
        .isEqualTo(new OwnRights(true, true));
  }

  @Test
  void CMK_10_aVaultWithoutAPolicyOfOursIsOpenedByGivingUsOne() {
    KeyStore hidden = vaults.get(vault("kv-hidden-eastus"));
    assertThat(failureOf(() -> cloud.keyStores().keys(hidden)).kind()).isEqualTo(Kind.FORBIDDEN);
    assertThat(vaults.ownRights(hidden)).isEqualTo(new OwnRights(false, true));
    vaults.grantSelf(hidden);
    assertThat(vaults.ownRights(hidden).makesKeys()).isTrue();
    assertThat(cloud.keyStores().keys(hidden)).isNotEmpty();
  }

  @Test
  void aRoleIsGivenOnceHoweverOftenItIsAskedFor() {
    KeyStore made = make(VaultOrder.recommended(vault("kv-granted"), "eastus"));
    vaults.grantSelf(made);
    vaults.grantSelf(made);
    assertThat(vaults.ownRights(made).makesKeys()).isTrue();
  }

  @Test
  void keysComePageByPageAndStopWhenCancelled() {
    KeyStore store = vaults.get(vault("kv-orders-eastus"));
    List<Key> paged = new ArrayList<>();
    cloud.keyStores().keys(store, new Cancellation(), paged::addAll);
    assertThat(paged).containsExactlyInAnyOrderElementsOf(cloud.keyStores().keys(store));
    assertThat(paged).allSatisfy(key -> assertThat(key.id().version()).isEmpty());
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();
    assertThat(
            catchThrowableOfType(
                java.util.concurrent.CancellationException.class,
                () -> cloud.keyStores().keys(store, cancelled, page -> {})))
        .isNotNull();
  }
}
