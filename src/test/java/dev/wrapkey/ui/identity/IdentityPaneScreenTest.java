package dev.wrapkey.ui.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Identities;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Region;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.PaneDesk;
import dev.wrapkey.ui.PaneScreen;
import dev.wrapkey.ui.Person;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.key.Scope;
import dev.wrapkey.ui.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.framework.junit5.Start;

@OnScreen
class IdentityPaneScreenTest extends PaneScreen {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  private final List<ManagedIdentity> picked = new CopyOnWriteArrayList<>();

  @Start
  void start(Stage newStage) {
    begin(newStage);
  }

  private void open(Cloud cloud, Tasks tasks, Scope scope, Optional<KeyIdentifier> key) {
    Person.act(
        () ->
            IdentityPane.open(
                desk.host(), new IdentityViewModel(cloud, tasks, scope, key, picked::add)));
  }

  private void open(String vault, String key) {
    Optional<KeyIdentifier> chosen =
        vault.isEmpty() ? Optional.empty() : Optional.of(PRACTICE.newest(vault, key));
    open(PRACTICE.cloud(), desk.tasks(), PRACTICE.scope("eastus"), chosen);
  }

  @Test
  void CMK_21_anIdentityOfAnotherRegionIsAdvisedAgainstAndCanBeAdded() {
    open("", "");
    person.write("identity-filter", "reporting");
    person.clickRow("id-reporting-weu"::equals);
    person.sees("Identity id-reporting-weu is in region West Europe");
    person.picture("identity-advice");
    person.click("identity-finish");
    assertThat(picked).extracting(ManagedIdentity::name).containsExactly("id-reporting-weu");
  }

  @Test
  void CMK_10_anIdentityWithoutTheRoleIsToldWhatItLacksAndTheCommandThatGrantsIt() {
    open("kv-orders-eastus", "orders-kek");
    person.clickRow("id-newcomer-eastus"::equals);
    person.sees("may not do this with the keys of kv-orders-eastus: get, wrapKey, unwrapKey.");
    assertThat(person.seen())
        .contains("Key Vault Crypto Service Encryption User")
        .contains("az role assignment create")
        .contains(PRACTICE.identity("id-newcomer-eastus").principalId());
    person.picture("identity-lacks-role");
    person.clickRow("id-orders-eastus"::equals);
    person.sees("It may use the chosen key");
    person.picture("identity-enough");
  }

  @Test
  void CMK_10_underAccessPoliciesTheMissingPermissionsAndTheirCommandAreTold() {
    open("kv-policy-eastus", "policy-kek");
    person.clickRow("id-orders-eastus"::equals);
    person.sees(": wrapKey, unwrapKey.");
    assertThat(person.seen()).contains("az keyvault set-policy").contains("wrapKey unwrapKey");
    person.picture("identity-lacks-policy");
  }

  @Test
  void CMK_11_theRightsInAManagedHsmAreThoseOfItsOwnRoles() {
    open("hsm-orders-eastus", "orders-hsm-kek");
    person.clickRow("id-orders-eastus"::equals);
    person.sees("It may use the chosen key: get, wrapKey, unwrapKey.");
    person.clickRow("id-newcomer-eastus"::equals);
    person.sees("hsm-orders-eastus: get, wrapKey, unwrapKey.");
    assertThat(person.seen()).contains("az keyvault role assignment create --hsm-name");
    person.picture("identity-hsm");
  }

  @Test
  void aSlowListSaysThatItIsLoading() {
    List<Runnable> waiting = new ArrayList<>();
    open(PRACTICE.cloud(), desk.tasks(waiting::add), PRACTICE.scope("eastus"), Optional.empty());
    person.sees("Loading identities …");
    person.picture("identity-loading");
  }

  @Test
  void aSubscriptionWithoutIdentitiesSaysSoAndAnotherCanBeChosen() {
    Scope development = new Scope(PRACTICE.subscription(Practice.DEVELOPMENT), "eastus");
    open(PRACTICE.cloud(), desk.tasks(), development, Optional.empty());
    person.sees("No identity in this subscription matches.");
    person.picture("identity-none");
    person.pick("identity-subscription", "Practice Production");
    person.clickRow("id-orders-eastus"::equals);
  }

  @Test
  void aFailureSaysWhyAndCanBeTriedAgain() {
    List<String> refused = new CopyOnWriteArrayList<>(List.of("once"));
    open(unwilling(refused), desk.tasks(), PRACTICE.scope("eastus"), Optional.empty());
    person.sees("No authorization for this.");
    person.picture("identity-failed");
    refused.clear();
    person.clickText("Try again");
    person.clickRow("id-orders-eastus"::equals);
  }

  private static Cloud unwilling(List<String> refused) {
    Identities identities =
        PaneDesk.swayed(
            Identities.class,
            PRACTICE.cloud().identities(),
            (method, arguments, call) -> {
              if (!refused.isEmpty()) {
                throw new CloudFailure(
                    CloudFailure.Kind.FORBIDDEN,
                    "AuthorizationFailed",
                    "No authorization for this.",
                    "");
              }
              return call.go();
            });
    return PaneDesk.swayed(
        Cloud.class,
        PRACTICE.cloud(),
        (method, arguments, call) ->
            method.getName().equals("identities") ? identities : call.go());
  }

  @Test
  void aNewIdentityIsMadeInPlaceAndIsTheOneThatIsPicked() {
    open("", "");
    person.click("create-identity");
    person.sees("Create user assigned managed identity");
    person.await("the region", () -> person.reads("East US"));
    person.picture("new-identity");
    person.click("new-identity-create");
    person.sees("The name of an identity needs 3 to 128");
    person.pick("new-identity-group", "rg-orders");
    person.write("new-identity-name", "id-orders-eastus");
    person.picture("new-identity-problem");
    person.click("new-identity-create");
    person.sees("has an identity id-orders-eastus already");
    person.picture("new-identity-taken");
    person.write("new-identity-name", "id-made-here");
    person.click("new-identity-create");
    person.await("the form to close", () -> person.node("new-identity-name").isEmpty());
    person.await("the choice", () -> person.usable("identity-finish").isPresent());
    person.picture("new-identity-made");
    person.click("identity-finish");
    assertThat(picked).containsExactly(PRACTICE.identity("id-made-here"));
    assertThat(picked.getFirst().region()).isEqualTo("eastus");
  }

  @Test
  void CMK_21_aNewIdentityInAnotherRegionAndANewGroupIsAdvisedAgainstAndMade() {
    open("", "");
    person.click("create-identity");
    person.click("new-identity-create-group");
    person.write("new-identity-new-group", "rg-screen");
    person.write("new-identity-name", "id-far-away");
    person.find("new-identity-region", "West Europe");
    person.sees("Identity id-far-away is in region West Europe");
    person.picture("new-identity-far");
    person.click("new-identity-create");
    person.await("the form to close", () -> person.node("new-identity-name").isEmpty());
    person.await("the choice", () -> person.usable("identity-finish").isPresent());
    person.click("identity-finish");
    assertThat(picked).extracting(ManagedIdentity::region).containsExactly("westeurope");
    assertThat(picked.getFirst().id().resourceGroup()).isEqualTo("rg-screen");
  }

  @Test
  void anIdentityOfAnotherSubscriptionCanBeMadeAndIsShownThere() {
    open("", "");
    person.click("create-identity");
    person.pick("new-identity-subscription", "Practice Development");
    person.await("its only group", () -> person.reads("rg-dev"));
    person.write("new-identity-name", "id-dev-screen");
    person.click("new-identity-create");
    person.await("the form to close", () -> person.node("new-identity-name").isEmpty());
    person.await("the choice", () -> person.usable("identity-finish").isPresent());
    person.type(KeyCode.TAB);
    person.click("identity-finish");
    assertThat(picked.getFirst().id().subscription()).isEqualTo(Practice.DEVELOPMENT);
  }

  @Test
  void theFormStandsAloneForWhoeverOpensIt() {
    Subscription production = PRACTICE.subscription(Practice.PRODUCTION);
    Person.act(
        () ->
            NewIdentityPane.open(
                desk.host(),
                new NewIdentityViewModel(
                    PRACTICE.cloud(),
                    desk.tasks(),
                    new Scope(production, Region.shortName("West US")),
                    picked::add)));
    person.pick("new-identity-group", "rg-orders");
    person.write("new-identity-name", "id-alone");
    person.click("new-identity-create");
    person.await("the identity", () -> picked.size() == 1);
    assertThat(picked.getFirst().region()).isEqualTo("westus");
  }
}
