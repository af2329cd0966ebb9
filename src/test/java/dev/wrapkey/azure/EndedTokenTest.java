package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ResourceGroup;
import dev.wrapkey.signin.SignIn;
import dev.wrapkey.signin.Way;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.simulator.fault.Aim;
import dev.wrapkey.simulator.fault.Fault;
import dev.wrapkey.simulator.fault.FaultOrder;
import dev.wrapkey.simulator.fault.Rhythm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tokens that end before their time, by the service's clock or because somebody revoked them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndedTokenTest {

  private static final String SUB = PracticeCloud.SUBSCRIPTION;
  private static final KeyIdentifier KEY =
      KeyIdentifier.of("https://kv-orders-eastus.vault.azure.net/keys/orders-kek");

  private Gatehouse gate;
  private Disturbed way;
  private Cloud cloud;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    gate = new Gatehouse(folder);
    cloud = gate.signedIn(door(), gate.secret()).cloud();
    cloud.directory().subscriptions();
    cloud.keyStores().get(KEY);
  }

  private AzureSignIn door() {
    return gate.signIn(
        real -> {
          way = new Disturbed(real);
          return way;
        });
  }

  @AfterAll
  void close() {
    gate.close();
  }

  @AfterEach
  void calm() {
    for (Fault fault : Fault.values()) {
      gate.practice.faults().switchOff(fault);
    }
    way.refusal = Optional.empty();
    way.asked.clear();
  }

  private void strike(Fault fault, String host, String method, int times) {
    gate.practice
        .faults()
        .switchOn(fault, new FaultOrder(new Aim(method, host, "", ""), Rhythm.of(times), 0, ""));
  }

  @ParameterizedTest
  @EnumSource(names = {"EXPIRED_TOKEN", "CLAIMS_CHALLENGE"})
  void aQuestionToResourceManagerIsAskedAgainWithAnotherToken(Fault fault) {
    strike(fault, "management.azure.com", "GET", 1);
    assertThat(cloud.directory().subscriptions()).isNotEmpty();
    int tokens = way.tokens();
    int requests = way.requests();
    assertThat(cloud.directory().subscriptions()).isNotEmpty();
    assertThat(way.tokens()).as("the other token is kept").isEqualTo(tokens);
    assertThat(way.requests()).as("and sent at once").isEqualTo(requests + 1);
  }

  @ParameterizedTest
  @EnumSource(names = {"EXPIRED_TOKEN", "CLAIMS_CHALLENGE"})
  void aQuestionToAVaultIsAskedAgainWithAnotherToken(Fault fault) {
    strike(fault, "*.vault.azure.net", "GET", 1);
    assertThat(cloud.keyStores().get(KEY).id().key()).isEqualTo("orders-kek");
    int requests = way.requests();
    assertThat(cloud.keyStores().get(KEY).id().key()).isEqualTo("orders-kek");
    assertThat(way.requests()).as("the other token is sent at once").isEqualTo(requests + 1);
  }

  @ParameterizedTest
  @EnumSource(names = {"EXPIRED_TOKEN", "CLAIMS_CHALLENGE"})
  void aChangeIsMadeOnceThoughItsTokenHadEnded(Fault fault) {
    String name = "rg-" + fault.id();
    strike(fault, "management.azure.com", "PUT", 1);
    cloud.directory().createResourceGroup(SUB, name, "eastus");
    assertThat(cloud.directory().resourceGroups(SUB))
        .extracting(ResourceGroup::name)
        .contains(name);
    int versions = versions();
    strike(fault, "*.vault.azure.net", "POST", 1);
    cloud.keyStores().rotate(KEY);
    assertThat(versions()).isEqualTo(versions + 1);
  }

  private int versions() {
    List<KeyStore> vaults = new ArrayList<>();
    cloud.keyStores().list(KeyStore.Kind.KEY_VAULT, SUB, new Cancellation(), vaults::addAll);
    vaults.removeIf(vault -> !vault.host().equals(KEY.host()));
    return cloud.keyStores().versions(vaults.getFirst(), "orders-kek").size();
  }

  @Test
  void whatAServiceAsksForIsPassedOnToEntra() {
    strike(Fault.CLAIMS_CHALLENGE, "management.azure.com", "GET", 1);
    cloud.directory().subscriptions();
    assertThat(way.asked)
        .singleElement()
        .asString()
        .contains("\"nbf\"", "\"essential\":true", String.valueOf(gate.time.now().getEpochSecond()))
        .containsIgnoringCase("cp1");
  }

  @ParameterizedTest
  @EnumSource(names = {"EXPIRED_TOKEN", "CLAIMS_CHALLENGE"})
  void aServiceThatRefusesEveryTokenIsAskedTwiceAndNoMore(Fault fault) {
    cloud.directory().subscriptions();
    strike(fault, "", "", Rhythm.FOR_EVER);
    int tokens = way.tokens();
    int requests = way.requests();
    CloudFailure failure =
        catchThrowableOfType(CloudFailure.class, () -> cloud.directory().subscriptions());
    assertThat(failure.kind()).isEqualTo(Kind.SIGN_IN);
    assertThat(failure.code())
        .isEqualTo(
            fault == Fault.EXPIRED_TOKEN
                ? "ExpiredAuthenticationToken"
                : "InvalidAuthenticationToken");
    assertThat(way.tokens() - tokens).isEqualTo(1);
    assertThat(way.requests() - requests).isEqualTo(3);
    assertThat(catchThrowableOfType(CloudFailure.class, () -> cloud.keyStores().get(KEY)).kind())
        .isEqualTo(Kind.SIGN_IN);
  }

  @Test
  void aPersonsTokenIsReplacedWithoutAskingUntilEntraWantsThePersonAgain() {
    AzureSignIn door = door();
    Cloud hers = byDeviceCode(door);
    strike(Fault.CLAIMS_CHALLENGE, "management.azure.com", "GET", 1);
    assertThat(hers.directory().subscriptions()).isNotEmpty();
    assertThat(way.asked.getLast()).contains("refresh_token").containsIgnoringCase("cp1");
    way.refusal =
        Optional.of(
            Wire.answer(
                400,
                "{\"error\":\"interaction_required\",\"error_description\":\"AADSTS50076: Due to a"
                    + " configuration change you must use multi-factor authentication.\","
                    + "\"error_codes\":[50076],\"suberror\":\"basic_action\"}"));
    strike(Fault.CLAIMS_CHALLENGE, "management.azure.com", "GET", 1);
    CloudFailure failure =
        catchThrowableOfType(CloudFailure.class, () -> hers.directory().subscriptions());
    assertThat(failure.kind()).isEqualTo(Kind.SIGN_IN);
    assertThat(failure.code()).isEqualTo("AADSTS50076");
    way.refusal = Optional.empty();
    assertThat(byDeviceCode(door).directory().subscriptions()).isNotEmpty();
    assertThat(way.asked)
        .as("the next sign-in brings what the service asks for")
        .anyMatch(form -> form.contains("device_code") && form.contains("\"nbf\""));
  }

  private Cloud byDeviceCode(AzureSignIn door) {
    return door.signIn(
            new SignIn.Wish(gate.place, new Way.DeviceCode(), Optional.empty()),
            (code, address, expires) -> gate.practice.signIns().decide(code, true),
            new Cancellation())
        .cloud();
  }
}
