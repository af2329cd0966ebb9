package dev.wrapkey.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyUser.Purpose;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.rotation.SafetyGate.Relation;
import dev.wrapkey.rules.KeyImpact;
import dev.wrapkey.rules.Overlap;
import dev.wrapkey.rules.Profile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From when the version before a rotation may be disabled, and who still needs it. */
class SafetyGateTest {

  private static final Set<Purpose> PRIMARY = Set.of(Purpose.PRIMARY);
  private Rotating rotating;

  @BeforeEach
  void open() {
    rotating = new Rotating();
  }

  @AfterEach
  void close() {
    rotating.close();
  }

  private void pass(Duration duration) {
    rotating.practice().time().jump(duration);
  }

  private SafetyGate gate(RotationLedger ledger) {
    return rotating.rotation().gate(ledger, new Cancellation());
  }

  private Retirement disable(RotationLedger ledger) {
    return rotating.rotation().disableOldVersion(ledger, new Cancellation());
  }

  private RotationLedger rotated(String server) {
    return rotating.succeeded(RotationOrder.newVersion(rotating.server(server), PRIMARY));
  }

  private static <T> List<T> only(SafetyGate gate, Class<T> reason) {
    return gate.reasons().stream().filter(reason::isInstance).map(reason::cast).toList();
  }

  @Test
  void cmk41TheGateOpensTwoHoursAfterTheLastRewrapAndNamesTheDocument() {
    RotationLedger ledger = rotated("orders-pg");
    SafetyGate gate = gate(ledger);
    assertThat(gate.isOpenAt(rotating.practice().time().now())).isFalse();
    SafetyGate.TooSoon soon = only(gate, SafetyGate.TooSoon.class).getFirst();
    assertThat(soon.ends()).isEqualTo(soon.rewrapped().plus(Duration.ofHours(2)));
    assertThat(soon.rule().statement().document().date()).isEqualTo("2026-06-02");
    assertThat(gate.opensAt()).contains(soon.ends());

    assertThat(disable(ledger)).isInstanceOf(Retirement.Refused.class);
    assertThat(enabled(ledger.entry().retired().getFirst())).isTrue();

    pass(Duration.between(rotating.practice().time().now(), soon.ends()));
    assertThat(disable(ledger)).isEqualTo(new Retirement.Disabled(ledger.entry().retired()));
    assertThat(enabled(ledger.entry().retired().getFirst())).isFalse();
    pass(Duration.ofHours(3));
    assertThat(rotating.server("orders-pg").state()).isEqualTo("Ready");
    assertThat(rotating.rows("orders-pg")).isPositive();
  }

  private boolean enabled(KeyIdentifier version) {
    return rotating.practice().cloud().keyStores().get(version).life().enabled();
  }

  @Test
  void cmk41TheOverlapsAreThoseOfTheRulePack() {
    assertThat(Overlap.of(Profile.CURRENT).least()).isEqualTo(KeyImpact.OVERLAP);
    assertThat(Overlap.of(Profile.COSMOS_DB).least()).isEqualTo(Duration.ofHours(24));
    assertThat(Overlap.of(Profile.COSMOS_DB).statement().document().date()).isEqualTo("2024-01-03");
  }

  @Test
  void theBackupsOfTheServerAreWrappedAnewWithIt() {
    RotationLedger ledger = rotated("orders-pg");
    pass(Duration.ofHours(2));
    SafetyGate gate = gate(ledger);
    assertThat(gate.reasons()).allMatch(SafetyGate.TooSoon.class::isInstance);
    assertThat(rotating.proof().look(rotating.practice().idOf("orders-pg")).orElseThrow())
        .extracting(Wrapping::holdings)
        .asList()
        .anyMatch(held -> ((Wrapping.Holding) held).volume().startsWith("backup-"));
  }

  private Server restored(KeyIdentifier key) {
    Server orders = rotating.server("orders-pg");
    rotating
        .practice()
        .administrator()
        .restore(orders.id(), "copy-pg", key, rotating.practice().identity("id-orders-eastus"));
    pass(Duration.ofMinutes(10));
    return rotating.server("copy-pg");
  }

  @Test
  void cmk32ARestoredServerKeepsTheGateClosedByNameForAsLongAsItNeedsTheOldVersion() {
    restored(rotating.practice().newest("kv-orders-eastus", "ledger-kek"));
    RotationLedger ledger = rotated("orders-pg");
    pass(Duration.ofHours(5));
    SafetyGate gate = gate(ledger);
    SafetyGate.StillWraps held = only(gate, SafetyGate.StillWraps.class).getFirst();
    assertThat(held.server().name()).isEqualTo("copy-pg");
    assertThat(held.inherited()).isTrue();
    assertThat(held.version()).isEqualTo(ledger.entry().retired().getFirst());
    assertThat(gate.opensAt()).isEmpty();
    assertThat(disable(ledger)).isInstanceOf(Retirement.Refused.class);
  }

  @Test
  void cmk40AnotherServerPinnedToTheOldVersionKeepsTheGateClosedByName() {
    restored(rotating.keyOf("orders-pg"));
    RotationLedger ledger = rotated("orders-pg");
    pass(Duration.ofHours(5));
    SafetyGate gate =
        rotating
            .rotation(rotating.practice().cloud(), Optional.empty())
            .gate(ledger, new Cancellation());
    SafetyGate.StillUsed used = only(gate, SafetyGate.StillUsed.class).getFirst();
    assertThat(used.user().name()).isEqualTo("copy-pg");
    assertThat(used.relation()).isEqualTo(Relation.OTHER);
    assertThat(gate.isOpenAt(rotating.practice().time().now())).isFalse();
  }

  @Test
  void aServerThatFollowsTheKeyMayStillNeedItUntilTheNewerVersionIsTwoHoursOld() {
    restored(rotating.keyOf("orders-pg").versionless());
    RotationLedger first =
        rotating.succeeded(
            RotationOrder.adopt(
                rotating.server("orders-pg"),
                rotating.practice().newest("kv-orders-eastus", "orders-kek")));
    RotationLedger ledger = rotated("orders-pg");
    GuidedRotation blind = rotating.rotation(rotating.practice().cloud(), Optional.empty());
    SafetyGate gate = blind.gate(ledger, new Cancellation());
    SafetyGate.MayFollow may = only(gate, SafetyGate.MayFollow.class).getFirst();
    KeyIdentifier made = ledger.entry().made().versions().get(Purpose.PRIMARY);
    assertThat(may.user().name()).isEqualTo("copy-pg");
    assertThat(may.ends())
        .isEqualTo(
            rotating
                .practice()
                .cloud()
                .keyStores()
                .get(made)
                .life()
                .created()
                .plus(Duration.ofHours(2)));
    pass(Duration.ofHours(2));
    assertThat(blind.gate(ledger, new Cancellation()).isOpenAt(rotating.practice().time().now()))
        .isTrue();
    assertThat(only(gate(first), SafetyGate.StillWraps.class))
        .as("the copy was restored under the oldest version")
        .allMatch(held -> held.server().name().equals("copy-pg"))
        .isNotEmpty();
  }

  @Test
  void whatTheServiceDoesNotShowIsToldAndKeepsNothingClosed() {
    RotationLedger ledger = rotated("orders-pg");
    pass(Duration.ofHours(3));
    SafetyGate gate =
        rotating
            .rotation(rotating.practice().cloud(), Optional.empty())
            .gate(ledger, new Cancellation());
    assertThat(only(gate, SafetyGate.NotShown.class))
        .extracting(SafetyGate.NotShown::what)
        .containsExactly(SafetyGate.Hidden.WRAPPING, SafetyGate.Hidden.RESTORED_SERVERS);
    SafetyGate.Backups backups = only(gate, SafetyGate.Backups.class).getFirst();
    assertThat(backups.kept().orElseThrow())
        .isAfter(ledger.entry().made().rewrapped().orElseThrow().plus(Duration.ofDays(6)));
    assertThat(gate.isOpenAt(rotating.practice().time().now())).isTrue();
  }

  @Test
  void bothVersionsOfAServerWithTwoKeysAreDisabledTogether() {
    RotationLedger ledger =
        rotating.succeeded(
            RotationOrder.newVersion(rotating.server("billing-pg"), Set.of(Purpose.values())));
    assertThat(gate(ledger).versions()).hasSize(2);
    pass(Duration.ofHours(3));
    assertThat(disable(ledger)).isInstanceOf(Retirement.Disabled.class);
    assertThat(ledger.entry().retired()).noneMatch(this::enabled);
    pass(Duration.ofHours(3));
    assertThat(rotating.server("billing-pg").state()).isEqualTo("Ready");
    assertThat(rotating.rows("billing-pg")).isPositive();
  }

  @Test
  void aRotationThatHasNotSucceededHasAClosedGate() {
    RotationLedger ledger =
        rotating.rotation().begin(RotationOrder.newVersion(rotating.server("orders-pg"), PRIMARY));
    assertThat(only(gate(ledger), SafetyGate.NotSucceeded.class)).hasSize(1);
    assertThat(disable(ledger)).isInstanceOf(Retirement.Refused.class);
  }

  @Test
  void theServerThatGoesBackToTheOldVersionKeepsTheGateClosed() {
    RotationLedger ledger = rotated("orders-pg");
    Server server = rotating.server("orders-pg");
    RotationLedger second =
        rotating.succeeded(RotationOrder.adopt(server, ledger.entry().retired().getFirst()));
    pass(Duration.ofHours(5));
    SafetyGate gate = gate(ledger);
    assertThat(only(gate, SafetyGate.StillUsed.class))
        .allMatch(used -> used.relation() == Relation.ITSELF)
        .hasSize(1);
    assertThat(second.entry().retired()).containsExactly(server.encryption().key().orElseThrow());
  }
}
