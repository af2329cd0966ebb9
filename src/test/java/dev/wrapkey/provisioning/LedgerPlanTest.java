package dev.wrapkey.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerPlanTest {

  private static final String PASSWORD = "Canary-4711";
  private static final ResourceId SUBNET =
      new ResourceId("s-1", "rg-net", ResourceId.SUBNET, "vnet/db");

  @TempDir Path folder;

  /** A plan in which everything that can be chosen is chosen. */
  private static Plan everything() {
    return new Plan(
        new Plan.Basics(
            Stage.SUB,
            "rg-new",
            true,
            "orders-pg",
            "eastus",
            "17",
            "2",
            new Plan.Authentication(
                Plan.Authentication.Method.BOTH,
                "pgadmin",
                new Secret(PASSWORD),
                List.of(new Plan.Administrator("o-1", "Ärzte = a\\b", "Group")))),
        new Plan.Configuration(
            new Plan.Compute("MemoryOptimized", "Standard_E4ds_v5", 4, 32),
            new Plan.Storage(Plan.Storage.PREMIUM_V2, 100, "", 4000, 200, true),
            new Plan.HighAvailability(Plan.HighAvailability.Mode.ZONE_REDUNDANT, "3"),
            new Plan.Backup(35, true)),
        new Plan.Networking(
            Plan.Networking.Method.PRIVATE,
            false,
            true,
            List.of(new Plan.FirewallRule("home", "203.0.113.7", "203.0.113.9")),
            List.of(
                new Plan.PrivateEndpoint(
                    new ResourceId("s-1", "rg", ResourceId.PRIVATE_ENDPOINT, "pe"),
                    "eastus",
                    SUBNET)),
            Optional.of(
                new Plan.PrivateAccess(
                    SUBNET,
                    new ResourceId("s-1", "rg", "Microsoft.Network/privateDnsZones", "a.b"),
                    true))),
        DataEncryption.customerManaged(Stage.KEY, Stage.IDENTITY)
            .withGeo(
                Optional.of(
                    new GeoEncryption(
                        Stage.KEY.versionless(), Stage.IDENTITY, Optional.of("Valid")))),
        new TreeMap<>(Map.of("team", "two\nlines", "empty", "", "a=b", "c")));
  }

  private Plan afterARestart(Plan plan) {
    Ledger.begin(folder, "d1", plan, Stage.START);
    return Ledger.unfinished(folder).getFirst().entry().notes().plan().orElseThrow();
  }

  @Test
  void allOfAPlanButItsPasswordIsThereAfterARestart() {
    assertThat(afterARestart(everything()))
        .isEqualTo(everything().withPassword(Secret.EMPTY))
        .isNotEqualTo(everything());
  }

  @Test
  void aPlanWithNothingChosenIsThereToo() {
    assertThat(afterARestart(Stage.plan().withEncryption(DataEncryption.serviceManaged())))
        .isEqualTo(Stage.plan().withoutSecrets().withEncryption(DataEncryption.serviceManaged()));
  }

  @Test
  void thePasswordIsInNoFileNotEvenIfTheServiceRepeatsIt() throws IOException {
    Ledger ledger = Ledger.begin(folder, "d1", everything(), Stage.START);
    CloudFailure careless =
        new CloudFailure(CloudFailure.Kind.INVALID, "Bad", "The word " + PASSWORD + " is bad.", "")
            .withBody("{\"password\":\"" + PASSWORD + "\"}");
    ledger.refused(Refusal.of(careless, new Secret(PASSWORD)));
    assertThat(texts()).contains("The word").contains("orders-pg").doesNotContain(PASSWORD);
    assertThat(everything().withoutSecrets().basics().authentication().lacksPassword()).isTrue();
  }

  private String texts() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  @Test
  void aPlanOfAnotherVersionIsForgottenAndTheRestOfTheLedgerIsNot() throws IOException {
    Ledger.begin(folder, "d1", everything(), Stage.START);
    Path file = folder.resolve("d1.ledger");
    Files.writeString(
        file, Files.readString(file).replace("plan.basics.region=", "plan.basics.place="));
    Ledger.Entry entry = Ledger.unfinished(folder).getFirst().entry();
    assertThat(entry.notes().plan()).isEmpty();
    assertThat(entry.id()).isEqualTo(everything().serverId());
  }

  @Test
  void aLedgerOfTheVersionBeforeIsStillRead() throws IOException {
    Files.writeString(
        folder.resolve("old.ledger"),
        """
        deployment=old
        id=%s
        started=2026-03-01T12:00:00Z
        phase=RUNNING
        step=create-server
        group=NONE
        server=CREATING
        """
            .formatted(everything().serverId()));
    Ledger.Entry entry = Ledger.unfinished(folder).getFirst().entry();
    assertThat(entry.server()).isEqualTo(Ledger.Presence.CREATING);
    assertThat(entry.made().parts()).isEmpty();
    assertThat(entry.notes().plan()).isEmpty();
  }

  @Test
  void receiptRefusalAndPartsAreThereAfterARestart() {
    Ledger ledger = Ledger.begin(folder, "d1", everything(), Stage.START);
    ledger.accepted(Optional.of(new Receipt("c-1", "https://x/operations/1?a=b&c=d", true)));
    ResourceId rule = new ResourceId("s", "g", ResourceId.FIREWALL_RULE, "orders-pg/home");
    ledger.part(rule, Ledger.Presence.REQUESTED);
    ledger.part(rule, Ledger.Presence.EXISTS);
    ledger.refused(new Refusal(CloudFailure.Kind.BUSY, "ServerIsBusy", "a\r\nb\\n", "c-2", "{\n}"));
    ledger.phase(Ledger.Phase.FAILED, "firewall", Stage.START);
    Ledger.Entry found = Ledger.unfinished(folder).getFirst().entry();
    assertThat(found).isEqualTo(ledger.entry());
    assertThat(found.made().parts()).containsExactly(new Ledger.Part(rule, Ledger.Presence.EXISTS));
    assertThat(found.notes().refusal().orElseThrow().failure().body()).isEqualTo("{\n}");
    assertThat(found.stand().ended()).contains(Stage.START);
  }

  @Test
  void howItEndedIsUntoldUntilSomebodyIsTold() {
    Ledger ledger = Ledger.begin(folder, "d1", everything(), Stage.START);
    ledger.phase(Ledger.Phase.SUCCEEDED, "verify", Stage.START);
    assertThat(Ledger.unfinished(folder)).isEmpty();
    assertThat(Ledger.untold(folder)).hasSize(1);
    Ledger.untold(folder).getFirst().told();
    assertThat(Ledger.untold(folder)).isEmpty();
  }

  @Test
  void aDeletedLedgerIsGone() {
    Ledger.begin(folder, "d1", everything(), Stage.START).delete();
    assertThat(Ledger.untold(folder)).isEmpty();
  }
}
