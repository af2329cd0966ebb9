package dev.wrapkey.ui.create.networking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Plan.FirewallRule;
import dev.wrapkey.provisioning.Plan.Networking.Method;
import dev.wrapkey.ui.create.networking.FirewallViewModel.Client;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.wizard.Draft;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rules NET-1 to NET-9 and NET-14 to NET-16 at the screen; NET-10 to NET-13 stand beside. */
class NetworkingViewModelTest extends NetworkingForm {

  @Test
  void isCompleteWithoutAnyRule() {
    assertThat(networking.completeProperty().get()).isTrue();
    assertThat(firewall.rules().filled()).isEmpty();
  }

  @Test
  void fillingTheLastRowMakesAnotherEmptyOne() {
    fill("office", "203.0.113.1", "203.0.113.9");
    assertThat(firewall.rules().rows()).hasSize(2);
    assertThat(firewall.rules().filled()).hasSize(1);
  }

  @Test
  void NET_1_theMethodIsSaidToBeFixed() {
    assertThat(Texts.text("networking.method.fixed"))
        .isEqualTo("Fixed when the server is created.");
    assertThat(Texts.text("networking.method.info")).contains("cannot be restored");
    assertThat(Texts.text("create.banner")).contains("networking connectivity method");
  }

  @Test
  void NET_2_isAskedOnlyWhenPublicAccessLetsNobodyIn() {
    assertThat(FirewallQuestion.isNeeded(plan())).isTrue();
    firewall.azureServicesProperty().set(true);
    assertThat(FirewallQuestion.isNeeded(plan())).isFalse();
    firewall.azureServicesProperty().set(false);
    fill("office", "203.0.113.1", "203.0.113.9");
    assertThat(FirewallQuestion.isNeeded(plan())).isFalse();
    firewall.rules().remove(first());
    firewall.allowedProperty().set(false);
    assertThat(FirewallQuestion.isNeeded(plan())).isFalse();
    networking.methodProperty().set(Method.PRIVATE);
    assertThat(FirewallQuestion.isNeeded(plan())).isFalse();
    assertThat(Texts.text("networking.question.title"))
        .isEqualTo("Configure IP address in firewall rules");
    assertThat(Texts.text("networking.question.create"))
        .isEqualTo("Create server without firewall rules");
    assertThat(Texts.text("networking.question.return")).isEqualTo("Return to add firewall rules");
  }

  @Test
  void NET_3_theClientsAddressBecomesARuleOfItsOwnOnce() {
    assertThat(firewall.clientProperty().get()).isEqualTo(Client.UNASKED);
    networking.enter();
    assertThat(firewall.clientProperty().get()).isEqualTo(Client.KNOWN);
    assertThat(firewall.clientAddedProperty().get()).isFalse();
    firewall.addClient();
    firewall.addClient();
    assertThat(firewall.clientAddedProperty().get()).as("greyed").isTrue();
    assertThat(plan().firewall())
        .containsExactly(
            new FirewallRule("ClientIPAddress_2026-11-21_12-3-4", "198.51.100.4", "198.51.100.4"));
    firewall.rules().remove(first());
    assertThat(firewall.clientAddedProperty().get()).as("offered again").isFalse();
  }

  @Test
  void NET_3_anAddressThatCannotBeFoundOutIsToldAndAskedForAgain() {
    cloud.addressFails = true;
    networking.enter();
    assertThat(firewall.clientProperty().get()).isEqualTo(Client.FAILED);
    assertThat(firewall.failureProperty().get()).isEqualTo("No route.");
    firewall.addClient();
    assertThat(firewall.rules().filled()).isEmpty();
    cloud.addressFails = false;
    firewall.ask();
    assertThat(firewall.clientProperty().get()).isEqualTo(Client.KNOWN);
    assertThat(firewall.addressProperty().get()).isEqualTo("198.51.100.4");
  }

  @Test
  void NET_4_everyAddressIsARuleThatSaysSoAndWarns() {
    assertThat(firewall.everyAddressProperty().get()).isFalse();
    firewall.addEveryAddress();
    assertThat(firewall.everyAddressProperty().get()).isTrue();
    assertThat(plan().firewall())
        .containsExactly(
            new FirewallRule("AllowAll_2026-11-21_12-3-4", "0.0.0.0", "255.255.255.255"));
    first().end().set("0.0.0.9");
    assertThat(firewall.everyAddressProperty().get()).isFalse();
    assertThat(Texts.text("networking.firewall.all.warning")).contains("every address");
  }

  @Test
  void NET_5_azureServicesAdmitOtherCustomersToo() {
    assertThat(Texts.text("networking.firewall.azure.info")).contains("0.0.0.0 to 0.0.0.0");
    assertThat(Texts.text("networking.firewall.azure.warning"))
        .contains("subscriptions of other customers");
    firewall.azureServicesProperty().set(true);
    assertThat(plan().azureServices()).isTrue();
    firewall.allowedProperty().set(false);
    assertThat(plan().azureServices()).isFalse();
  }

  @Test
  void NET_6_aNameThatAzureRefusesIsRefusedAndSoIsOneThatStandsTwice() {
    fill("a b", "203.0.113.1", "203.0.113.1");
    assertThat(first().name().problemProperty().get()).contains("1 to 80");
    assertThat(networking.completeProperty().get()).isFalse();
    first().name().set("office");
    assertThat(networking.completeProperty().get()).isTrue();
    fill("Office", "203.0.113.2", "203.0.113.2");
    assertThat(firewall.rules().filled().getLast().name().problemProperty().get())
        .contains("would replace");
    first().name().set("home");
    assertThat(networking.completeProperty().get()).isTrue();
  }

  @Test
  void NET_7_onlyIpv4IsTakenAtBothEnds() {
    fill("office", "::1", "203.0.113.9.9");
    String words = "Invalid IP address. Provide an IPv4 address, for example 12.12.12.12.";
    assertThat(first().start().problemProperty().get()).isEqualTo(words);
    assertThat(first().end().problemProperty().get()).isEqualTo(words);
  }

  @Test
  void NET_8_aRangeThatEndsBeforeItStartsIsRefused() {
    fill("office", "203.0.113.9", "203.0.113.1");
    assertThat(networking.completeProperty().get()).isFalse();
    assertThat(first().end().problemProperty().get())
        .isEqualTo("The end IP address is smaller than the start IP address.");
  }

  @Test
  void NET_9_changesTakeUpToFiveMinutes() {
    assertThat(Texts.text("networking.firewall.ports")).contains("up to 5 minutes");
  }

  @Test
  void NET_15_thePortsAreNamed() {
    assertThat(Texts.text("networking.firewall.text")).contains("port 5432");
    assertThat(Texts.text("networking.firewall.ports")).contains("6432", "7432", "8432");
  }

  @Test
  void NET_16_theVersionsOfTlsAreNamed() {
    assertThat(Texts.text("networking.tls.text"))
        .contains("1.2 and 1.3", "require_secure_transport", "ssl_min_protocol_version");
  }

  @Test
  void aWrongRuleDoesNotMatterWhilePublicAccessIsOff() {
    fill("office", "nonsense", "203.0.113.1");
    assertThat(networking.completeProperty().get()).isFalse();
    firewall.allowedProperty().set(false);
    assertThat(networking.completeProperty().get()).isTrue();
    assertThat(plan().firewall()).isEmpty();
    assertThat(plan().publicAccess()).isFalse();
  }

  @Test
  void removingTheOnlyRuleLeavesOneEmptyRow() {
    fill("office", "nonsense", "203.0.113.1");
    firewall.rules().remove(first());
    assertThat(firewall.rules().rows()).hasSize(1);
    assertThat(networking.completeProperty().get()).isTrue();
  }

  @Test
  void whatAPlanBringsAlongIsThere() {
    Draft brought =
        new Draft(
            located()
                .withNetworking(
                    Plan.Networking.closed(
                        new Plan.PrivateAccess(
                            cloud.network("vnet-east").subnet("pg"), cloud.zone, false))));
    NetworkingViewModel again = opened(brought);
    again.enter();
    assertThat(again.completeProperty().get()).isTrue();
    again.leave();
    assertThat(brought.plan().networking().privateAccess())
        .contains(
            new Plan.PrivateAccess(cloud.network("vnet-east").subnet("pg"), cloud.zone, false));

    Draft open =
        new Draft(
            located()
                .withNetworking(
                    Plan.Networking.open(
                        true, true, List.of(new FirewallRule("a", "1.1.1.1", "1.1.1.2")))));
    NetworkingViewModel shown = opened(open);
    shown.enter();
    shown.leave();
    assertThat(open.plan().networking().firewall())
        .containsExactly(new FirewallRule("a", "1.1.1.1", "1.1.1.2"));
    assertThat(open.plan().networking().azureServices()).isTrue();
    assertThat(open.plan().networking().privateAccess()).isEqualTo(Optional.empty());
  }
}
