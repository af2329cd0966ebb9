package dev.wrapkey.ui.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyEdit;
import dev.wrapkey.provisioning.RotationPolicy;
import dev.wrapkey.rules.KeyImpact.Fate;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a key on the real practice cloud: what it promises comes about on the clock. */
class KeyPageViewModelTest extends KeyPageScene {

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
}
