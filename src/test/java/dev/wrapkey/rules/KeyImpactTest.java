package dev.wrapkey.rules;

import static dev.wrapkey.provisioning.KeyUser.Purpose.GEO_BACKUP;
import static dev.wrapkey.provisioning.KeyUser.Purpose.PRIMARY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyEdit;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyUser;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.rules.KeyImpact.Dependent;
import dev.wrapkey.rules.KeyImpact.Fate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class KeyImpactTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final KeyIdentifier KEY =
      KeyIdentifier.of("https://kv-orders.vault.azure.net/keys/orders-kek");
  private static final KeyIdentifier OLD = KEY.withVersion("0".repeat(32));
  private static final KeyIdentifier NEW = KEY.withVersion("1".repeat(32));
  private static final KeyIdentifier OTHER =
      KeyIdentifier.of("https://kv-orders.vault.azure.net/keys/ledger-kek");

  private static KeyUser server(String name, KeyIdentifier key) {
    return server(name, "Ready", new KeyUser.Use(PRIMARY, key, Optional.of("Valid")));
  }

  private static KeyUser server(String name, String state, KeyUser.Use... uses) {
    return new KeyUser(
        ResourceId.server("s", "rg", name),
        state,
        List.of(uses),
        Optional.empty(),
        new KeyUser.Backups(7, true));
  }

  private static KeyUser replica(String name, KeyIdentifier key, String source) {
    return new KeyUser(
        ResourceId.server("s", "rg", name),
        "Ready",
        List.of(new KeyUser.Use(PRIMARY, key, Optional.empty())),
        Optional.of(ResourceId.server("s", "rg", source)),
        new KeyUser.Backups(7, false));
  }

  private static Optional<Key> newest(Duration age) {
    return Optional.of(version(NEW, NOW.minus(age)));
  }

  private static Key version(KeyIdentifier id, Instant created) {
    return new Key(
        id,
        "RSA",
        4096,
        List.of("wrapKey", "unwrapKey", "sign"),
        new Key.Life(true, created, Optional.empty(), Optional.empty()));
  }

  private static KeyImpact of(KeyAct act, KeyIdentifier target, KeyUser... users) {
    return KeyImpact.of(act, target, newest(Duration.ofDays(45)), List.of(users), NOW);
  }

  private static Fate fate(KeyImpact impact, String server) {
    return impact.dependents().stream()
        .filter(each -> each.user().name().equals(server))
        .map(Dependent::fate)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aKeyThatNobodyUsesBreaksNothing() {
    KeyImpact impact = of(KeyAct.DELETE, KEY, server("ledger-pg", OTHER));
    assertThat(impact.dependents()).isEmpty();
    assertThat(impact.breaksSomething()).isFalse();
  }

  @Test
  void deletingAKeyTakesEveryServerWhateverItsVersion() {
    KeyImpact impact =
        of(
            KeyAct.DELETE,
            KEY,
            server("pinned-old", OLD),
            server("pinned-new", NEW),
            server("follows", KEY),
            server("other", OTHER));
    assertThat(impact.dependents())
        .extracting(each -> each.user().name())
        .containsExactly("pinned-old", "pinned-new", "follows");
    assertThat(impact.dependents()).extracting(Dependent::fate).containsOnly(Fate.GOES_DARK);
    assertThat(impact.dependents())
        .extracting(Dependent::isPinned)
        .containsExactly(true, true, false);
  }

  @ParameterizedTest
  @EnumSource(names = {"DISABLE", "EXPIRE", "POSTPONE", "RESTRICT"})
  void anActOnAVersionTakesOnlyThoseOnIt(KeyAct act) {
    KeyUser old = server("pinned-old", OLD);
    KeyUser young = server("pinned-new", NEW);
    KeyUser follows = server("follows", KEY);
    assertThat(of(act, OLD, old, young, follows).servers()).containsExactly(old.id());
    assertThat(of(act, NEW, old, young, follows).servers())
        .containsExactlyInAnyOrder(young.id(), follows.id());
  }

  @Test
  void CMK_41_whoFollowsTheNewestMayStillNeedTheOneBeforeForTwoHours() {
    List<KeyUser> users = List.of(server("follows", KEY));
    KeyImpact soon = KeyImpact.of(KeyAct.DISABLE, OLD, newest(Duration.ofMinutes(119)), users, NOW);
    assertThat(fate(soon, "follows")).isEqualTo(Fate.MAY_GO_DARK);
    assertThat(soon.breaksSomething()).isTrue();
    KeyImpact later =
        KeyImpact.of(KeyAct.DISABLE, OLD, newest(Duration.ofMinutes(120)), users, NOW);
    assertThat(later.dependents()).isEmpty();
  }

  @Test
  void aNewestVersionThatIsNotKnownIsTakenForTheWorst() {
    KeyImpact impact =
        KeyImpact.of(KeyAct.DISABLE, OLD, Optional.empty(), List.of(server("follows", KEY)), NOW);
    assertThat(fate(impact, "follows")).isEqualTo(Fate.GOES_DARK);
  }

  @Test
  void namesOfKeysAreTheSameWhateverTheirCase() {
    KeyIdentifier shouted = KeyIdentifier.of("https://KV-Orders.vault.azure.net/keys/ORDERS-KEK");
    assertThat(of(KeyAct.DELETE, KEY, server("orders-pg", shouted)).dependents()).hasSize(1);
  }

  @Test
  void aKeyOfTheSameNameInAnotherStoreIsAnotherKey() {
    KeyIdentifier elsewhere = KeyIdentifier.of("https://kv-west.vault.azure.net/keys/orders-kek");
    KeyIdentifier hsm = KeyIdentifier.of("https://kv-orders.managedhsm.azure.net/keys/orders-kek");
    assertThat(of(KeyAct.PURGE, KEY, server("west", elsewhere), server("hsm", hsm)).dependents())
        .isEmpty();
  }

  @Test
  void theKeyOfGeoRedundantBackupCountsToo() {
    KeyUser billing =
        server(
            "billing-pg",
            "Ready",
            new KeyUser.Use(PRIMARY, OTHER, Optional.of("Valid")),
            new KeyUser.Use(GEO_BACKUP, NEW, Optional.of("Valid")));
    KeyImpact disabled = of(KeyAct.DISABLE, NEW, billing);
    assertThat(disabled.dependents())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.use().purpose()).isEqualTo(GEO_BACKUP);
              assertThat(each.fate()).isEqualTo(Fate.GOES_DARK);
            });
    assertThat(fate(of(KeyAct.PURGE, KEY, billing), "billing-pg")).isEqualTo(Fate.BACKUPS_LOST);
  }

  @Test
  void aServerWithOneKeyForBothPurposesIsToldForEach() {
    KeyUser both =
        server(
            "both-pg",
            "Ready",
            new KeyUser.Use(PRIMARY, KEY, Optional.empty()),
            new KeyUser.Use(GEO_BACKUP, KEY, Optional.empty()));
    KeyImpact impact = of(KeyAct.PURGE, KEY, both);
    assertThat(impact.dependents())
        .extracting(Dependent::fate)
        .containsExactly(Fate.LOST, Fate.BACKUPS_LOST);
    assertThat(impact.servers()).hasSize(1);
  }

  @Test
  void purgeLosesTheDataAlsoOfWhoIsInaccessibleAlready() {
    KeyUser dark =
        server("dark-pg", "Inaccessible", new KeyUser.Use(PRIMARY, OLD, Optional.of("Invalid")));
    KeyImpact impact = of(KeyAct.PURGE, KEY, dark, server("orders-pg", KEY));
    assertThat(fate(impact, "dark-pg")).isEqualTo(Fate.LOST);
    assertThat(fate(impact, "orders-pg")).isEqualTo(Fate.LOST);
    assertThat(impact.breaksSomething()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = "PURGE", mode = Mode.EXCLUDE)
  void whoIsInaccessibleAlreadyStaysSo(KeyAct act) {
    KeyUser dark =
        server("dark-pg", "Inaccessible", new KeyUser.Use(PRIMARY, OLD, Optional.of("Invalid")));
    KeyImpact impact = of(act, OLD, dark);
    assertThat(fate(impact, "dark-pg")).isEqualTo(Fate.STAYS_DARK);
    assertThat(impact.breaksSomething()).isFalse();
  }

  @Test
  void aReplicaUnderAnotherKeyStaysUpButGetsNothingMore() {
    KeyImpact impact =
        of(
            KeyAct.DELETE,
            KEY,
            server("orders-pg", KEY),
            replica("same", KEY, "orders-pg"),
            replica("own", OTHER, "orders-pg"),
            replica("elsewhere", OTHER, "ledger-pg"));
    assertThat(impact.servers()).hasSize(2);
    assertThat(impact.cutOff()).extracting(KeyUser::name).containsExactly("own");
  }

  @Test
  void anEditTakesAwayOnlyWhatWasThere() {
    Key good = version(NEW, NOW.minusSeconds(60));
    KeyEdit everything =
        new KeyEdit(
            Optional.of(false),
            Optional.of(NOW.plusSeconds(1)),
            Optional.of(NOW),
            Optional.of(List.of("wrapKey", "sign")));
    assertThat(KeyAct.of(good, everything, NOW))
        .containsExactly(KeyAct.DISABLE, KeyAct.EXPIRE, KeyAct.POSTPONE, KeyAct.RESTRICT);
    Key useless =
        new Key(
            NEW,
            "RSA",
            4096,
            List.of("sign"),
            new Key.Life(
                false, NOW, Optional.of(NOW.plusSeconds(9)), Optional.of(NOW.minusSeconds(9))));
    assertThat(KeyAct.of(useless, everything, NOW)).isEmpty();
    assertThat(KeyAct.of(good, KeyEdit.NONE, NOW)).isEmpty();
    KeyEdit harmless =
        new KeyEdit(
            Optional.of(true),
            Optional.of(NOW),
            Optional.of(NOW.plusSeconds(1)),
            Optional.of(List.of("unwrapKey", "wrapKey")));
    assertThat(KeyAct.of(good, harmless, NOW)).isEmpty();
  }
}
