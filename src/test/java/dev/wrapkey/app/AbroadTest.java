package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.simulator.fault.Aim;
import dev.wrapkey.simulator.fault.Fault;
import dev.wrapkey.simulator.fault.FaultOrder;
import dev.wrapkey.simulator.fault.Rhythm;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Commands that change nothing, from the argument list to the exit code, over TLS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AbroadTest {

  private static final String WRONG = "Canary-51gn1n-5ecret";

  private Overseas azure;
  private String secret;

  @BeforeAll
  void open() throws Exception {
    azure = new Overseas();
    secret = azure.secret;
  }

  @AfterEach
  void calm() {
    azure.secret = secret;
    azure.cloud().faults().switchOff(Fault.THROTTLING);
  }

  @AfterAll
  void close() {
    azure.close();
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(azure.answer());
  }

  private static void signed(JsonNode answer) {
    assertThat(answer.path("cloud").asText()).isEqualTo("custom");
    assertThat(answer.path("tenant").asText()).isEqualTo(PracticeCloud.TENANT);
    assertThat(answer.path("account").asText()).isEqualTo("practice-operator");
  }

  @Test
  void aServerIsCheckedAndTheAnswerSaysWhoAsked() throws IOException {
    assertThat(azure.run("check", "--server", "orders-pg", "--json")).as(azure.beside()).isZero();
    assertThat(json().path("obstructs").asBoolean(true)).isFalse();
    assertThat(json().path("checks")).isNotEmpty();
    signed(json());
    assertThat(azure.run("check", "--server", "payroll-pg")).isEqualTo(1);
    assertThat(azure.answer()).contains("failed   CMK-16").doesNotContain("signed in");
    assertThat(azure.beside())
        .contains(
            "CUSTOM CLOUD: signed in as practice-operator, tenant Practice.",
            "Practice Development, Practice Production");
  }

  @Test
  void theKeysOfAllServersAreLookedAt() throws IOException {
    assertThat(azure.run("health", "--json")).as(azure.beside()).isEqualTo(1);
    assertThat(json().path("keys").findValuesAsText("server")).contains("payroll-pg", "orders-pg");
    signed(json());
  }

  @Test
  void aSubscriptionThatIsNamedNarrowsWhatIsLookedAt() throws IOException {
    azure.run("health", "--json", "--subscription", "practice development");
    assertThat(json().path("keys").findValuesAsText("subscription"))
        .isNotEmpty()
        .containsOnly("Practice Development");
    assertThat(azure.run("health", "--subscription", "Contoso")).isEqualTo(2);
    assertThat(azure.beside())
        .contains("no enabled subscription Contoso", PracticeCloud.SUBSCRIPTION);
    assertThat(azure.answer()).isEmpty();
  }

  @Test
  void INA_3_whatWouldBreakIsToldOfAzureToo() throws IOException {
    assertThat(azure.run("impact", "--vault", "kv-reporting-weu", "--act", "delete", "--json"))
        .as(azure.beside())
        .isEqualTo(1);
    assertThat(json().path(0).path("dark").path(0).asText()).endsWith("/reporting-pg");
    signed(json().path(0));
    assertThat(azure.run("impact", "--vault", "kv-nowhere", "--act", "delete")).isEqualTo(2);
  }

  @Test
  void aWrongSecretIsRefusedInWordsThatDoNotHoldIt() throws IOException {
    azure.secret = WRONG;
    assertThat(azure.run("check", "--server", "orders-pg")).isEqualTo(3);
    assertThat(azure.beside()).contains("AADSTS7000215").doesNotContain(WRONG);
    assertThat(azure.run("rotate", "--server", "orders-pg")).isEqualTo(1);
    assertThat(azure.answer()).isEmpty();
  }

  @Test
  void thatAzureAsksToSlowDownIsSaidBesideTheAnswer() throws IOException {
    azure
        .cloud()
        .faults()
        .switchOn(Fault.THROTTLING, new FaultOrder(new Aim("", "", "", ""), Rhythm.of(2), 1, ""));
    assertThat(azure.run("health", "--csv")).isEqualTo(1);
    assertThat(azure.beside()).contains("Azure asks to slow down");
    assertThat(azure.answer()).startsWith("server,urgency").doesNotContain("slow down");
  }

  @Test
  void thatNobodyAnswersIsSaid() {
    assertThat(
            azure.runPlain(
                "check --server orders-pg --cloud custom --proxy http://127.0.0.1:1 --sign-in secret"
                    .concat(" --tenant " + PracticeCloud.TENANT)
                    .concat(" --client-id " + PracticeCloud.CLIENT)
                    .split(" ")))
        .isEqualTo(3);
    assertThat(azure.beside()).containsIgnoringCase("connect");
  }

  @Test
  void withoutARecordThatIsSaid() {
    assertThat(azure.runPlain("record", "--cloud", "public")).isEqualTo(2);
    assertThat(azure.beside()).contains("Nothing was changed in Azure yet");
  }
}
