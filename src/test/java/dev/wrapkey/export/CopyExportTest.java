package dev.wrapkey.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wrapkey.export.plan.PlanFile;
import dev.wrapkey.export.plan.PlanUnreadable;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceId;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Copies of servers in the languages of other programs, and in plan files. */
class CopyExportTest {

  private static final ResourceId SOURCE = ResourceId.server(Plans.SUB, "rg-orders", "orders-pg");
  private static final Instant MOMENT = Instant.parse("2026-03-02T08:15:00Z");
  private static final KeyIdentifier KEY =
      KeyIdentifier.of("https://kv-orders-eastus.vault.azure.net/keys/orders-kek");

  private static Plan copy(Origin.Mode mode, Optional<Instant> moment) {
    return Plans.plain("orders-copy")
        .copiedFrom(new Origin(SOURCE, mode, moment, "", Optional.of(KEY)));
  }

  private static Plan copy(Origin.Mode mode) {
    return copy(mode, mode == Origin.Mode.REPLICA ? Optional.empty() : Optional.of(MOMENT));
  }

  private static String all(Plan plan, Format format) {
    return String.join("\n", Export.of(plan, format).stream().map(Exported::text).toList());
  }

  @ParameterizedTest
  @EnumSource(Origin.Mode.class)
  void everyFormatNamesTheSourceAndAsksForNoPassword(Origin.Mode mode) {
    for (Format format : Format.values()) {
      assertThat(all(copy(mode), format))
          .as(format.name())
          .contains("orders-copy", SOURCE.toString())
          .doesNotContain(Plans.CANARY, "administratorLoginPassword", "administrator_password")
          .doesNotContain("--admin-password", "read -rsp");
      if (mode != Origin.Mode.REPLICA) {
        assertThat(all(copy(mode), format)).contains(MOMENT.toString());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "POINT_IN_TIME, PointInTimeRestore, az postgres flexible-server restore",
    "GEO, GeoRestore, az postgres flexible-server geo-restore",
    "REPLICA, Replica, az postgres flexible-server replica create"
  })
  void eachModeIsSaidInTheWordsOfEachLanguage(Origin.Mode mode, String word, String command) {
    for (Format format : new Format[] {Format.ARM, Format.BICEP, Format.TERRAFORM}) {
      assertThat(all(copy(mode), format)).contains(word);
    }
    assertThat(all(copy(mode), Format.CLI)).contains(command);
  }

  @Test
  void RST_1_theModeIsSaidEvenIfItIsServiceManaged() throws IOException {
    Plan plan = copy(Origin.Mode.POINT_IN_TIME).withEncryption(DataEncryption.serviceManaged());
    JsonNode template = new ObjectMapper().readTree(Export.of(plan, Format.ARM).getFirst().text());
    JsonNode properties = template.at("/resources/0/properties");
    assertThat(properties.at("/dataEncryption/type").asText()).isEqualTo("SystemManaged");
    assertThat(properties.at("/createMode").asText()).isEqualTo("PointInTimeRestore");
    assertThat(properties.has("administratorLogin")).isFalse();
    assertThat(properties.has("version")).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void theNewestRestorePointIsSaidByCommandsOnly(Format format) {
    Plan newest = copy(Origin.Mode.POINT_IN_TIME, Optional.empty());
    if (format == Format.CLI) {
      assertThat(all(newest, format)).contains("restore").doesNotContain("--restore-time");
    } else {
      assertThat(Export.refusal(newest, format).orElseThrow()).contains("custom or a fast");
      assertThatThrownBy(() -> Export.of(newest, format))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(Origin.Mode.class)
  void aPlanFileKeepsWhatIsCopied(Origin.Mode mode) throws PlanUnreadable {
    Plan plan = copy(mode).withoutSecrets();
    assertThat(PlanFile.read(PlanFile.write(plan))).isEqualTo(plan);
    Plan newest = copy(mode, Optional.empty()).withoutSecrets();
    assertThat(PlanFile.read(PlanFile.write(newest))).isEqualTo(newest);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-02T08:15:00Z|yesterday|origin.moment",
        "POINT_IN_TIME|pointInTime|origin.mode",
        "POINT_IN_TIME|REPLICA|origin.moment",
        "flexibleServers/orders-pg|servers/orders-pg|origin.source",
        "\"source\" :|\"extra\" : 1, \"source\" :|origin.extra"
      })
  void aBadOriginIsNamedByItsPath(String good, String bad, String path) {
    String text = PlanFile.write(copy(Origin.Mode.POINT_IN_TIME));
    assertThat(text).contains(good);
    assertThatThrownBy(() -> PlanFile.read(text.replace(good, bad)))
        .isInstanceOfSatisfying(PlanUnreadable.class, e -> assertThat(e.path()).isEqualTo(path));
  }
}
