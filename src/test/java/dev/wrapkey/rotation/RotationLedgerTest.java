package dev.wrapkey.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyUser.Purpose;
import dev.wrapkey.provisioning.Receipt;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.rotation.RotationLedger.Direction;
import dev.wrapkey.rotation.RotationLedger.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a rotation writes down. */
class RotationLedgerTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final String ONE = "0123456789abcdef0123456789abcdef";
  private static final String TWO = "fedcba9876543210fedcba9876543210";
  private static final KeyIdentifier KEY =
      KeyIdentifier.of("https://kv-orders.vault.azure.net/keys/orders-kek/" + ONE);
  private static final KeyIdentifier GEO =
      KeyIdentifier.of("https://kv-pair.vault.azure.net/keys/pair-kek");

  @TempDir Path folder;

  private static ResourceId identity(String name) {
    return new ResourceId("s1", "rg", ResourceId.IDENTITY, name);
  }

  private static RotationOrder order() {
    DataEncryption now =
        DataEncryption.customerManaged(KEY, identity("id-one"))
            .withGeo(Optional.of(new GeoEncryption(GEO, identity("id-two"), Optional.empty())));
    return new RotationOrder(
        ResourceId.server("s1", "rg", "orders-pg"), "eastus", now, now, Set.of(Purpose.values()));
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    RotationLedger ledger = RotationLedger.begin(folder, order(), NOW);
    ledger.run(Direction.FORWARD);
    ledger.start(RotationStep.PREFLIGHT, NOW);
    ledger.end(RotationStep.PREFLIGHT, NOW.plusSeconds(1));
    ledger.start(RotationStep.NEW_VERSION, NOW.plusSeconds(2));
    ledger.made(made -> made.noting(Purpose.PRIMARY, KEY));
    ledger.made(made -> made.making(Purpose.PRIMARY, KEY.withVersion(TWO)));
    ledger.made(made -> made.accepted(Optional.of(new Receipt("c-1", "https://x/op", true))));
    ledger.made(made -> made.rewrapped(NOW.plusSeconds(3)));
    CloudFailure why = new CloudFailure(CloudFailure.Kind.BUSY, "Busy", "two\nlines", "c-2");
    ledger.over(Phase.FAILED, Optional.of(why.withBody("{}")), NOW.plusSeconds(4));
    RotationLedger again = RotationLedger.all(folder).getFirst();
    assertThat(again.entry()).isEqualTo(ledger.entry());
    assertThat(again.entry().stand().refusal().orElseThrow().details()).isEqualTo("two\nlines");
    assertThat(again.entry().target().key()).contains(KEY.withVersion(TWO));
    assertThat(again.entry().target().geo().orElseThrow().key()).isEqualTo(GEO);
  }

  @Test
  void aFileThatIsNotWholeOrOfALaterVersionIsPassedOver() throws IOException {
    RotationLedger.begin(folder, order(), NOW);
    Files.writeString(folder.resolve("half.rotation.json"), "{\"format\": 1, \"order\"");
    Files.writeString(folder.resolve("later.rotation.json"), "{\"format\": 2}");
    Files.writeString(folder.resolve("empty.rotation.json"), "");
    assertThat(RotationLedger.all(folder)).hasSize(1);
  }

  @Test
  void twoRotationsOfAServerAtTheSameMomentHaveFilesOfTheirOwn() {
    RotationLedger first = RotationLedger.begin(folder, order(), NOW);
    RotationLedger second = RotationLedger.begin(folder, order(), NOW);
    assertThat(List.of(first.entry().id(), second.entry().id()))
        .containsExactly("orders-pg-20260302-090000", "orders-pg-20260302-090000-2");
    first.delete();
    assertThat(RotationLedger.all(folder)).hasSize(1);
  }

  @Test
  void turningRoundForgetsTheRequestOfTheOtherDirectionButNotTheNewVersion() {
    RotationLedger ledger = RotationLedger.begin(folder, order(), NOW);
    ledger.run(Direction.FORWARD);
    for (RotationStep step : RotationStep.values()) {
      ledger.start(step, NOW);
      ledger.end(step, NOW);
    }
    ledger.made(made -> made.making(Purpose.PRIMARY, KEY.withVersion(TWO)));
    ledger.made(made -> made.accepted(Optional.of(new Receipt("c-1", "https://x/op", true))));
    ledger.run(Direction.BACK);
    assertThat(ledger.entry().made().receipt()).isEmpty();
    assertThat(ledger.entry().made().versions()).containsKey(Purpose.PRIMARY);
    assertThat(ledger.entry().hasEnded(RotationStep.NEW_VERSION)).isTrue();
    assertThat(ledger.entry().hasEnded(RotationStep.UPDATE)).isFalse();
  }
}
