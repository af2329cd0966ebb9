package dev.wrapkey.ui.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyEdit;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.KeyUser;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.RotationPolicy;
import dev.wrapkey.rules.KeyImpact.Dependent;
import dev.wrapkey.rules.KeyImpact.Fate;
import dev.wrapkey.ui.Practice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a key on the real practice cloud: what it promises comes about on the clock. */
class KeyPageViewModelTest {

  private final Practice practice = Practice.opened();

  @AfterEach
  void close() {
    practice.close();
  }

  private KeyPageViewModel page(String store, String key) {
    return page(new SwayedCloud(practice.cloud()), store, key);
  }

  private KeyPageViewModel page(SwayedCloud cloud, String store, String key) {
    KeyStore where = practice.store(store);
    KeyPageViewModel page =
        new KeyPageViewModel(
            cloud,
            Practice.tasks(),
            practice.time(),
            where,
            KeyIdentifier.of("https://" + where.host() + "/keys/" + key));
    page.refresh();
    return page;
  }

  private KeyState state(KeyPageViewModel page) {
    return page.stateProperty().get().orElseThrow();
  }

  private Key pinned(KeyPageViewModel page) {
    KeyIdentifier used = practice.server("orders-pg").encryption().key().orElseThrow();
    KeyState.Living living = (KeyState.Living) state(page);
    page.choose(living.versions().stream().filter(v -> v.id().equals(used)).findFirst());
    return page.chosenProperty().get().orElseThrow();
  }

  private static ImpactViewModel looked(ImpactViewModel question) {
    question.look();
    return question;
  }

  private static List<Dependent> dependents(ImpactViewModel question) {
    return question.findingsProperty().get().orElseThrow().impact().dependents();
  }

  private void hourLater() {
    practice.time().jump(Duration.ofMinutes(61));
  }

  private String orders() {
    return practice.server("orders-pg").state();
  }

  @Test
  void INA_4_aDisabledVersionTakesItsServerAndEnablingItBringsItBack() {
    KeyPageViewModel page = page("kv-orders-eastus", "orders-kek");
    Key version = pinned(page);
    ImpactViewModel question = looked(page.askEdit(version, KeyEdit.enabled(false)).orElseThrow());
    assertThat(dependents(question))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.user().name()).isEqualTo("orders-pg");
              assertThat(each.fate()).isEqualTo(Fate.GOES_DARK);
              assertThat(each.isPinned()).isTrue();
            });
    assertThat(orders()).as("asking does nothing").isEqualTo("Ready");
    question.confirm();
    hourLater();
    assertThat(orders()).isEqualTo("Inaccessible");

    page.edit(version.id(), KeyEdit.enabled(true));
    hourLater();
    assertThat(orders()).isEqualTo("Ready");
  }

  @Test
  void INA_1_anExpiryInThePastTakesTheServerAndALaterOneBringsItBack() {
    KeyPageViewModel page = page("kv-orders-eastus", "orders-kek");
    Key version = pinned(page);
    Instant past = practice.time().now().minus(Duration.ofDays(1));
    ImpactViewModel question = looked(page.askEdit(version, expiry(past)).orElseThrow());
    assertThat(dependents(question)).hasSize(1);
    question.confirm();
    hourLater();
    assertThat(orders()).isEqualTo("Inaccessible");
    page.edit(version.id(), expiry(practice.time().now().plus(Duration.ofDays(100))));
    hourLater();
    assertThat(orders()).isEqualTo("Ready");
  }

  private static KeyEdit expiry(Instant moment) {
    return new KeyEdit(Optional.empty(), Optional.empty(), Optional.of(moment), Optional.empty());
  }

  @Test
  void aVersionThatMayNotWrapTakesTheServer() {
    KeyPageViewModel page = page("kv-orders-eastus", "orders-kek");
    Key version = pinned(page);
    KeyEdit narrow =
        new KeyEdit(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(List.of("sign", "verify")));
    looked(page.askEdit(version, narrow).orElseThrow()).confirm();
    hourLater();
    assertThat(orders()).isEqualTo("Inaccessible");
  }

  @Test
  void whatTakesNothingAwayIsNotAsked() {
    KeyPageViewModel page = page("kv-orders-eastus", "orders-kek");
    Key version = pinned(page);
    assertThat(page.askEdit(version, KeyEdit.enabled(true))).isEmpty();
    assertThat(page.askEdit(version, expiry(practice.time().now().plusSeconds(9999)))).isEmpty();
  }

  @Test
  void aDeletedKeyTakesTheServerAndRecoverBringsItBack() {
    KeyPageViewModel page = page("kv-orders-eastus", "orders-kek");
    looked(page.askDelete()).confirm();
    assertThat(state(page))
        .isInstanceOfSatisfying(
            KeyState.Deleted.class,
            deleted ->
                assertThat(deleted.key().purges())
                    .contains(practice.time().now().plus(Duration.ofDays(90))));
    hourLater();
    assertThat(orders()).isEqualTo("Inaccessible");
    page.refresh();
    assertThat(dependents(page.usersProperty().get().orElseThrow()))
        .extracting(Dependent::fate)
        .containsExactly(Fate.STAYS_DARK);
    page.recover();
    assertThat(state(page)).isInstanceOf(KeyState.Living.class);
    hourLater();
    assertThat(orders()).isEqualTo("Ready");
  }

  @Test
  void whenTheRetentionHasPassedThePageSaysThatTheDataIsGone() {
    KeyPageViewModel page = page("kv-orders-eastus", "orders-kek");
    looked(page.askDelete()).confirm();
    practice.time().jump(Duration.ofDays(91));
    page.refresh();
    assertThat(state(page)).isInstanceOf(KeyState.Gone.class);
    assertThat(dependents(page.usersProperty().get().orElseThrow()))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.fate()).isEqualTo(Fate.LOST);
              assertThat(each.user().isInaccessible()).isTrue();
            });
    page.recover();
    assertThat(page.deeds().newsProperty().get().mood()).isEqualTo(Deeds.Mood.BAD);
    hourLater();
    assertThat(orders()).isEqualTo("Inaccessible");
  }

  private static KeyUser labUser(String state) {
    return new KeyUser(
        ResourceId.server(Practice.PRODUCTION, "rg-lab", "lab-pg"),
        state,
        List.of(
            new KeyUser.Use(
                KeyUser.Purpose.PRIMARY,
                KeyIdentifier.of("https://kv-lab-eastus.vault.azure.net/keys/lab-kek"),
                Optional.of("Invalid"))),
        Optional.empty(),
        new KeyUser.Backups(7, false));
  }

  @Test
  void purgeWithDependentsIsDoneOnlyUnderTheTypedName() {
    KeyPageViewModel page =
        page(
            new SwayedCloud(practice.cloud()).with(labUser("Inaccessible")),
            "kv-lab-eastus",
            "lab-kek");
    looked(page.askDelete()).confirm();
    ImpactViewModel question = looked(page.askPurge());
    assertThat(dependents(question)).extracting(Dependent::fate).containsExactly(Fate.LOST);
    for (String typed : List.of("", "lab", "LAB-KEK", "lab-kek2")) {
      question.typedProperty().set(typed);
      assertThat(question.readyProperty().get()).as(typed).isFalse();
      question.confirm();
      assertThat(practice.cloud().keyLife().findDeleted(page.id())).isPresent();
    }
    question.typedProperty().set(" lab-kek ");
    assertThat(question.readyProperty().get()).isTrue();
    question.confirm();
    assertThat(state(page)).isInstanceOf(KeyState.Gone.class);
    assertThat(practice.cloud().keyLife().findDeleted(page.id())).isEmpty();
  }

  @Test
  void withoutSoftDeleteToDeleteIsToDestroyAndIsAskedAsThat() {
    // the practice administrator may not delete there, so only the question is looked at
    KeyPageViewModel page = page("kv-legacy-weu", "legacy-kek");
    ImpactViewModel question = looked(page.askDelete());
    assertThat(question.question().act().isFinal()).isTrue();
    assertThat(question.readyProperty().get()).isFalse();
    question.typedProperty().set("legacy-kek");
    assertThat(question.readyProperty().get()).isTrue();
    question.confirm();
    assertThat(page.deeds().newsProperty().get().words())
        .contains("You need the key permission Delete in an access policy of kv-legacy-weu");
    assertThat(state(page)).isInstanceOf(KeyState.Living.class);
  }

  @Test
  void whereSomeServersAreUnknownTheNameIsDemanded() {
    SwayedCloud cloud = new SwayedCloud(practice.cloud()).silent(Practice.DEVELOPMENT);
    KeyPageViewModel page = page(cloud, "kv-lab-eastus", "lab-kek");
    ImpactViewModel question = looked(page.askDelete());
    assertThat(question.findingsProperty().get().orElseThrow().unread())
        .containsExactly("Practice Development");
    assertThat(question.readyProperty().get()).isFalse();
    question.typedProperty().set("lab-kek");
    assertThat(question.readyProperty().get()).isTrue();
  }

  @Test
  void whereNoServerIsKnownTheNameIsDemandedToo() {
    SwayedCloud cloud = new SwayedCloud(practice.cloud());
    KeyPageViewModel page = page(cloud, "kv-lab-eastus", "lab-kek");
    cloud.shut(true);
    ImpactViewModel question = looked(page.askDelete());
    assertThat(question.failureProperty().get()).isNotNull();
    assertThat(question.readyProperty().get()).isFalse();
    cloud.shut(false);
    question.look();
    assertThat(question.readyProperty().get()).as("nobody uses it").isTrue();
  }

  @Test
  void REC_5_aBackupIsWrittenAndBringsAPurgedKeyBackWithItsVersions(@TempDir Path folder)
      throws Exception {
    KeyPageViewModel page = page("kv-lab-eastus", "lab-kek");
    List<KeyIdentifier> before = practice.versions("kv-lab-eastus", "lab-kek");
    Path file = folder.resolve("lab-kek.backup");
    page.backup(file);
    assertThat(page.deeds().newsProperty().get().words()).contains(file.toString());
    looked(page.askDelete()).confirm();
    ImpactViewModel purge = looked(page.askPurge());
    purge.typedProperty().set("lab-kek");
    purge.confirm();
    practice
        .cloud()
        .keyStores()
        .restore(
            practice.store("kv-lab-eastus"),
            new dev.wrapkey.keyfile.KeyBackup(Files.readAllBytes(file)));
    page.refresh();
    assertThat(state(page)).isInstanceOf(KeyState.Living.class);
    assertThat(practice.versions("kv-lab-eastus", "lab-kek")).isEqualTo(before);
  }

  @Test
  void aBackupThatCannotBeWrittenSaysSo(@TempDir Path folder) {
    KeyPageViewModel page = page("kv-lab-eastus", "lab-kek");
    page.backup(folder.resolve("missing").resolve("lab-kek.backup"));
    assertThat(page.deeds().newsProperty().get().words()).contains("could not be written");
    assertThat(page.deeds().newsProperty().get().mood()).isEqualTo(Deeds.Mood.BAD);
  }

  @Test
  void aRotationPolicySetHereRotatesOnTheClock() {
    KeyPageViewModel page = page("kv-lab-eastus", "lab-kek");
    KeyState.Living living = (KeyState.Living) state(page);
    PolicyViewModel policy =
        new PolicyViewModel(
            living.newest(), living.policy().orElse(RotationPolicy.NONE), page::keepPolicy);
    policy.rotatesProperty().set(true);
    policy.expiry().numberProperty().set("2");
    policy.expiry().unitProperty().set(Length.Unit.YEARS);
    policy.rotation().numberProperty().set("4");
    policy.rotation().unitProperty().set(Length.Unit.MONTHS);
    assertThat(policy.submit()).isTrue();
    RotationPolicy kept = ((KeyState.Living) state(page)).policy().orElseThrow();
    assertThat(kept.expiry()).contains(Period.ofYears(2));
    Instant due = kept.nextRotation(living.newest()).orElseThrow();
    practice.time().jump(Duration.between(practice.time().now(), due).plusSeconds(60));
    assertThat(practice.versions("kv-lab-eastus", "lab-kek")).hasSize(2);
  }

  @Test
  void aNewVersionIsMadeAndChosenWhenLookedAt() {
    KeyPageViewModel page = page("kv-lab-eastus", "lab-kek");
    page.rotate();
    assertThat(((KeyState.Living) state(page)).versions()).hasSize(2);
    assertThat(page.deeds().newsProperty().get().words()).contains("is the newest now");
  }

  @Test
  void ofAnHsmWhoseDeletedKeysAreHiddenThePageNamesTheRole() {
    practice
        .cloud()
        .keyStores()
        .create(
            practice.store("hsm-orders-eastus"),
            "short-lived",
            dev.wrapkey.provisioning.KeyOrder.usual(2048, true));
    KeyPageViewModel page = page("hsm-orders-eastus", "short-lived");
    looked(page.askDelete()).confirm();
    assertThat(state(page)).isInstanceOf(KeyState.Hidden.class);
    page.recover();
    assertThat(page.deeds().newsProperty().get().words())
        .contains("You need the local role Managed HSM Crypto Officer on hsm-orders-eastus");
    assertThat(page.deeds().newsProperty().get().mood()).isEqualTo(Deeds.Mood.BAD);
  }
}
