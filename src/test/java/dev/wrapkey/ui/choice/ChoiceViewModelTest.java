package dev.wrapkey.ui.choice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.ui.Administrator.Policy;
import dev.wrapkey.ui.Practice;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChoiceViewModelTest {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  private ChoiceViewModel choice;

  @BeforeEach
  void fresh() {
    choice = new ChoiceViewModel(PRACTICE.cloud(), Practice.tasks(), PRACTICE.time());
    choice.scopeProperty().set(PRACTICE.scope("eastus"));
  }

  private void choose(String identity, KeyIdentifier key) {
    choice.identityProperty().set(PRACTICE.identity(identity));
    choice.selectedProperty().set(key);
  }

  private void type(String identifier) {
    choice.typedProperty().set(true);
    choice.identifier().set(identifier);
  }

  private List<Finding> findings() {
    assertThat(choice.proofProperty().get()).isInstanceOf(Proof.Checked.class);
    return ((Proof.Checked) choice.proofProperty().get()).findings();
  }

  private List<String> obstacles() {
    return findings().stream().filter(Finding::blocks).map(Finding::rule).toList();
  }

  private String typedProblem() {
    return choice.identifier().problemProperty().get();
  }

  @Test
  void thereIsNothingToProveUntilBothAreChosen() {
    assertThat(choice.proofProperty().get()).isInstanceOf(Proof.Nothing.class);
    choice.identityProperty().set(PRACTICE.identity("id-orders-eastus"));
    assertThat(choice.proofProperty().get()).isInstanceOf(Proof.Nothing.class);
    assertThat(choice.completeProperty().get()).isFalse();
  }

  @Test
  void anIdentityWithTheRoleMayUseTheKey() {
    choose("id-orders-eastus", PRACTICE.newest("kv-orders-eastus", "orders-kek"));
    assertThat(obstacles()).isEmpty();
    assertThat(choice.completeProperty().get()).isTrue();
  }

  @Test
  void CMK_14_aShortKeyIsAdviceAndDoesNotObstruct() {
    choose("id-orders-eastus", PRACTICE.newest("kv-orders-eastus", "orders-kek"));
    assertThat(findings()).extracting(Finding::rule).containsExactly("CMK-14");
  }

  @Test
  void CMK_21_anIdentityOfAnotherRegionIsAdviceOnly() {
    ManagedIdentity west = PRACTICE.identity("id-orders-westus");
    PRACTICE.administrator().vault("kv-far-eastus", Policy.own(), whole(west));
    PRACTICE.administrator().key("kv-far-eastus", "far-kek");
    choose("id-orders-westus", PRACTICE.newest("kv-far-eastus", "far-kek"));
    assertThat(findings()).extracting(Finding::rule).contains("CMK-21");
    assertThat(choice.completeProperty().get()).isTrue();
  }

  private static Policy whole(ManagedIdentity identity) {
    return new Policy(identity.principalId(), "get", "wrapKey", "unwrapKey");
  }

  @Test
  void CMK_10_anIdentityWithoutRightsObstructsAndTheMissingPermissionsAreNamed() {
    choose("id-reporting-weu", PRACTICE.newest("kv-orders-eastus", "orders-kek"));
    assertThat(obstacles()).containsExactly("CMK-10");
    assertThat(findings().getFirst().rule()).as("before all advice").isEqualTo("CMK-10");
    assertThat(findings().getFirst().message())
        .contains("id-reporting-weu", "get", "wrapKey", "unwrapKey", "kv-orders-eastus")
        .contains("Key Vault Crypto Service Encryption User");
    assertThat(choice.completeProperty().get()).isFalse();
  }

  @Test
  void provingAgainAfterTheRoleWasGrantedClearsTheWay() {
    choose("id-newcomer-eastus", PRACTICE.newest("kv-orders-eastus", "orders-kek"));
    assertThat(obstacles()).containsExactly("CMK-10");
    PRACTICE
        .administrator()
        .grant(PRACTICE.identity("id-newcomer-eastus"), PRACTICE.store("kv-orders-eastus"));
    choice.prove();
    assertThat(obstacles()).isEmpty();
    assertThat(choice.completeProperty().get()).isTrue();
  }

  @Test
  void anAccessPolicyThatOnlyLetsReadNamesTheTwoMissingPermissions() {
    choose("id-orders-eastus", PRACTICE.newest("kv-policy-eastus", "policy-kek"));
    Finding finding = findings().stream().filter(Finding::blocks).findFirst().orElseThrow();
    assertThat(finding.rule()).isEqualTo("CMK-10");
    assertThat(finding.message())
        .contains(": wrapKey, unwrapKey.")
        .contains("Add an access policy");
  }

  @Test
  void anAccessPolicyThatLetsWrapIsEnough() {
    ManagedIdentity identity = PRACTICE.identity("id-orders-eastus");
    PRACTICE.administrator().vault("kv-good-eastus", Policy.own(), whole(identity));
    PRACTICE.administrator().key("kv-good-eastus", "good-kek");
    choose("id-orders-eastus", PRACTICE.newest("kv-good-eastus", "good-kek"));
    assertThat(obstacles()).isEmpty();
    PRACTICE.administrator().vault("kv-good-eastus", Policy.own());
    choice.prove();
    assertThat(obstacles()).containsExactly("CMK-10");
  }

  @Test
  void CMK_3_aKeyInAnotherRegionObstructs() {
    choose("id-orders-westus", PRACTICE.newest("kv-orders-westus", "orders-west-kek"));
    assertThat(obstacles()).containsExactly("CMK-3");
  }

  @Test
  void CMK_13_anEllipticCurveKeyObstructs() {
    choose("id-orders-eastus", PRACTICE.newest("kv-orders-eastus", "signing-ec"));
    assertThat(obstacles()).contains("CMK-13");
  }

  @Test
  void CMK_16_anExpiredKeyObstructs() {
    choose("id-orders-eastus", PRACTICE.newest("kv-orders-eastus", "lapsed-kek"));
    assertThat(obstacles()).containsExactly("CMK-16");
  }

  @Test
  void CMK_17_aKeyThatSomebodyDisablesMeanwhileObstructsOnceItIsProvedAgain() {
    ManagedIdentity identity = PRACTICE.identity("id-orders-eastus");
    PRACTICE.administrator().vault("kv-off-eastus", Policy.own(), whole(identity));
    PRACTICE.administrator().key("kv-off-eastus", "off-kek");
    KeyIdentifier key = PRACTICE.newest("kv-off-eastus", "off-kek");
    choose("id-orders-eastus", key);
    assertThat(choice.completeProperty().get()).isTrue();
    PRACTICE.administrator().enable(key, false);
    choice.prove();
    assertThat(obstacles()).containsExactly("CMK-17");
    PRACTICE.administrator().enable(key, true);
    choice.prove();
    assertThat(choice.completeProperty().get()).isTrue();
  }

  @Test
  void aKeyThatWeMayNotReadIsLeftToTheServiceAndDoesNotObstruct() {
    choice.identityProperty().set(PRACTICE.identity("id-orders-eastus"));
    choice.automaticProperty().set(true);
    type("https://kv-hidden-eastus.vault.azure.net/keys/hidden-kek");
    assertThat(choice.proofProperty().get())
        .isInstanceOfSatisfying(
            Proof.Unknown.class,
            unknown -> assertThat(unknown.failure().kind()).isEqualTo(CloudFailure.Kind.FORBIDDEN));
    assertThat(choice.completeProperty().get()).isTrue();
  }

  @Test
  void CMK_11_theLocalRolesOfAManagedHsmDecide() {
    choose("id-orders-eastus", PRACTICE.newest("hsm-orders-eastus", "orders-hsm-kek"));
    assertThat(obstacles()).isEmpty();
    assertThat(choice.completeProperty().get()).isTrue();
    choice.identityProperty().set(PRACTICE.identity("id-newcomer-eastus"));
    assertThat(obstacles()).containsExactly("CMK-11");
    assertThat(choice.completeProperty().get()).isFalse();
  }

  @Test
  void CMK_3_aManagedHsmInAnotherRegionObstructs() {
    choice.scopeProperty().set(PRACTICE.scope("westeurope"));
    choose("id-orders-eastus", PRACTICE.newest("hsm-orders-eastus", "orders-hsm-kek"));
    assertThat(obstacles()).containsExactly("CMK-3");
    assertThat(choice.completeProperty().get()).isFalse();
  }

  @Test
  void CMK_4_aTypedKeyOfAnotherSubscriptionIsAdvisedAgainstAndAllowed() {
    choice.identityProperty().set(PRACTICE.identity("id-orders-eastus"));
    choice.automaticProperty().set(true);
    type("https://kv-dev-eastus.vault.azure.net/keys/dev-kek");
    assertThat(obstacles()).isEmpty();
    assertThat(choice.proofProperty().get())
        .isInstanceOfSatisfying(
            Proof.Checked.class,
            proof -> assertThat(proof.findings()).extracting(Finding::rule).contains("CMK-4"));
    assertThat(choice.completeProperty().get()).isTrue();
  }

  @Test
  void URI_4_aTypedTextThatIsNoKeyIdentifierSaysWhatItShouldLookLike() {
    type("orders-kek");
    assertThat(typedProblem()).startsWith("Key identifier should be in the format of:");
    assertThat(choice.keyProperty().get()).isEmpty();
  }

  @Test
  void URI_8_theFamiliarSlipOfTheHostIsNamed() {
    type("https://kv-orders-eastus.vault.azure.com/keys/orders-kek");
    assertThat(typedProblem()).contains("vault.azure.net");
  }

  @Test
  void URI_5_aVersionIsDemandedUnlessVersionsAreFollowedAutomatically() {
    type("https://kv-orders-eastus.vault.azure.net/keys/orders-kek");
    assertThat(typedProblem()).contains("The version is missing");
    assertThat(choice.keyProperty().get()).isEmpty();
    choice.automaticProperty().set(true);
    assertThat(typedProblem()).isEmpty();
    assertThat(choice.keyProperty().get())
        .contains(KeyIdentifier.of("https://kv-orders-eastus.vault.azure.net/keys/orders-kek"));
  }

  @Test
  void automaticUpdateDropsTheVersionAndTakingItBackPinsItAgain() {
    KeyIdentifier pinned = PRACTICE.newest("kv-orders-eastus", "orders-kek");
    choose("id-orders-eastus", pinned);
    choice.automaticProperty().set(true);
    assertThat(choice.keyProperty().get()).contains(pinned.versionless());
    assertThat(choice.completeProperty().get()).isTrue();
    choice.automaticProperty().set(false);
    assertThat(choice.keyProperty().get()).contains(pinned);
  }

  @Test
  void aVersionlessKeyIsNotEnoughOnceAutomaticUpdateIsSwitchedOff() {
    choice.automaticProperty().set(true);
    choose("id-orders-eastus", PRACTICE.newest("kv-orders-eastus", "orders-kek").versionless());
    assertThat(choice.completeProperty().get()).isTrue();
    choice.automaticProperty().set(false);
    assertThat(choice.completeProperty().get()).isFalse();
  }

  @Test
  void goingBackFromTypingBringsBackTheSelectedKey() {
    KeyIdentifier pinned = PRACTICE.newest("kv-orders-eastus", "orders-kek");
    choose("id-orders-eastus", pinned);
    type("nonsense");
    assertThat(choice.keyProperty().get()).isEmpty();
    choice.typedProperty().set(false);
    assertThat(choice.keyProperty().get()).contains(pinned);
  }
}
