package dev.wrapkey.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Reports of waves, and the budget of a vault. */
class WaveReportTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private static WaveRow row(String name, String group) {
    ResourceId server = ResourceId.server("facade00", group, name);
    DataEncryption now =
        DataEncryption.customerManaged(
            KeyIdentifier.of("https://kv-orders-eastus.vault.azure.net/keys/orders-kek"),
            new ResourceId("facade00", group, ResourceId.IDENTITY, "id-orders"));
    RotationOrder order = new RotationOrder(server, "eastus", now, now, Set.of());
    return new WaveRow(server, "eastus", 0, order, Optional.empty());
  }

  @Test
  void aCellThatASpreadsheetWouldTakeForAFormulaIsText() {
    assertThat(WaveReport.csv(List.of(row("a-pg", "=cmd|' /C calc'!A0"))))
        .contains(",")
        .contains("a-pg,'=cmd|' /C calc'!A0,");
  }

  @Test
  void aCellWithCommasOrQuotesIsQuoted() {
    assertThat(WaveReport.csv(List.of(row("a-pg", "rg,\"x\"")))).contains("a-pg,\"rg,\"\"x\"\"\",");
  }

  @Test
  void namesCannotPutMarkupIntoThePage() {
    assertThat(WaveReport.html("Report <1>", List.of(row("a-pg", "<b>&"))))
        .contains("<h1>Report &lt;1&gt;</h1>", "<td>&lt;b&gt;&amp;</td>")
        .contains("1 servers, 1 waiting.");
  }

  @Test
  void inNoTenSecondsAVaultIsAskedForMoreThanItServes() {
    VaultLimits limits = VaultLimits.LOWEST;
    VaultBudget budget = new VaultBudget();
    List<Instant> begun =
        java.util.stream.Stream.generate(() -> NOW.plus(budget.take("kv", limits, 0, NOW)))
            .limit(40)
            .toList();
    assertThat(begun.getFirst()).isEqualTo(NOW);
    assertThat(begun.getLast()).isAfter(NOW.plus(Duration.ofMinutes(2)));
    for (Instant from : begun) {
      long within =
          begun.stream()
              .filter(at -> !at.isBefore(from) && at.isBefore(from.plus(VaultLimits.WINDOW)))
              .count();
      assertThat(within * 60).isLessThanOrEqualTo(limits.operations());
    }
  }

  @Test
  void vaultsDoNotWaitForEachOther() {
    VaultBudget budget = new VaultBudget();
    for (int i = 0; i < 20; i++) {
      budget.take("kv-one", VaultLimits.LOWEST, 0, NOW);
    }
    assertThat(budget.take("kv-two", VaultLimits.LOWEST, 0, NOW)).isZero();
  }
}
