package dev.wrapkey.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.rules.Profile;
import dev.wrapkey.rules.RulePack;
import dev.wrapkey.time.VirtualTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever comes of a rule, there are words for it. */
class WordsTest {

  private static List<Trial> trials(String host, boolean geo, boolean half) {
    ResourceId identity = new ResourceId("sub", "rg", ResourceId.IDENTITY, "id");
    DataEncryption plain =
        DataEncryption.customerManaged(KeyIdentifier.of("https://" + host + "/keys/k"), identity);
    DataEncryption encryption =
        geo
            ? plain.withGeo(
                Optional.of(new GeoEncryption(plain.key().get(), identity, Optional.empty())))
            : plain;
    DataEncryption wanted =
        half
            ? new DataEncryption(
                encryption.mode(),
                encryption.key(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())
            : encryption;
    Subject subject =
        new Subject(
            new Subscription("sub", "Sub"),
            "eastus",
            Optional.of("westus").filter(_ -> geo),
            Optional.of(ResourceId.server("sub", "rg", "pg")),
            wanted);
    return new Agenda(
            subject,
            new Inquiry(
                Altered.nothing(),
                VirtualTime.standingAt(Instant.parse("2026-03-01T12:00:00Z")),
                new Cancellation()),
            Profile.CURRENT)
        .trials();
  }

  @Test
  void everyRuleHasAReasonAndAFact() {
    List<Trial> all = new ArrayList<>();
    all.addAll(trials("kv-a.vault.azure.net", true, false));
    all.addAll(trials("hsm-a.managedhsm.azure.net", false, false));
    all.addAll(trials("kv-a.vault.azure.net", false, true));
    assertThat(all).hasSizeGreaterThan(60);
    for (Trial trial : all) {
      boolean neverBroken = trial.rule().equals("STORE-1");
      boolean neverPassed = trial.rule().equals("BLD-12");
      if (!neverBroken) {
        assertThat(RulePack.words(trial.rule() + ".why")).as(trial.rule()).endsWith(".");
      }
      if (!neverPassed) {
        assertThat(RulePack.words(trial.rule() + ".passed")).as(trial.rule()).endsWith(".");
      }
      assertThat(RulePack.rule(trial.rule()).id()).isEqualTo(trial.rule());
    }
  }
}
