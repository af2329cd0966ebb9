package dev.wrapkey.ui.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyUser;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.rules.KeyImpact.Dependent;
import dev.wrapkey.rules.KeyImpact.Fate;
import dev.wrapkey.ui.Practice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyPageDeletionTest extends KeyPageScene {

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
