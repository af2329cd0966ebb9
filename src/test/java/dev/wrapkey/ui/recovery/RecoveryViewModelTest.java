package dev.wrapkey.ui.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.preflight.recovery.Step;
import dev.wrapkey.preflight.recovery.Way;
import dev.wrapkey.provisioning.KeyChange;
import dev.wrapkey.provisioning.KeyChangeNote;
import dev.wrapkey.provisioning.KeyEdit;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.simulator.world.Connection;
import dev.wrapkey.simulator.world.Profile;
import dev.wrapkey.ui.Loss;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.encryption.KeyChanges;
import dev.wrapkey.ui.notification.Notification;
import dev.wrapkey.ui.notification.Notifications;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every cause of portal specification 7.2, and the way back through the page's view model. */
class RecoveryViewModelTest {

  private static final int MOST_STEPS = 8;

  private final Practice practice = Practice.opened();

  private final Notifications bell = new Notifications(practice.time());
  @TempDir private Path notes;
  private KeyChanges changes;

  @BeforeEach
  void open() {
    changes = changes();
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private RecoveryViewModel page(String server) {
    return page(server, true);
  }

  private RecoveryViewModel page(String server, boolean knowsTheNextLook) {
    return new RecoveryViewModel(
        practice.cloud(),
        Practice.tasks(),
        practice.time(),
        practice.idOf(server),
        Optional.of(new Steered(practice.itself(), practice.time(), knowsTheNextLook)),
        (which, edit, stop, ended) -> changes.run(which, edit, _ -> {}, stop, ended));
  }

  private KeyChanges changes() {
    return new KeyChanges(
        new KeyChange(practice.cloud(), practice.time(), Retry.Policy.STANDARD),
        Practice.tasks(),
        practice.time(),
        bell,
        notes);
  }

  private Connection connect(String server) {
    return practice.itself().connect(new Connection.Attempt(server, "", "", "", ""));
  }

  private static Optional<Way> unfinished(RecoveryViewModel page) {
    return page.courseProperty().get().ways().stream().filter(way -> !way.isMended()).findFirst();
  }

  private void doAllSteps(RecoveryViewModel page) {
    for (int steps = 0; unfinished(page).isPresent(); steps++) {
      Way way = unfinished(page).orElseThrow();
      Step step = way.next().orElseThrow();
      assertThat(steps).as("%s: %s", way.suspect(), step).isLessThan(MOST_STEPS);
      if (step.kind() == Step.Kind.CHOOSE) {
        page.choose(way, practice.identity("id-newcomer-eastus"));
      } else {
        page.ask(way, step);
        page.confirm();
      }
      assertThat(page.failureProperty().get()).isNull();
    }
  }

  private RecoveryViewModel lost(Loss loss) {
    assertThat(connect(loss.server()).accepted()).isTrue();
    loss.bringAbout(practice);
    practice.time().jump(Duration.ofMinutes(61));
    RecoveryViewModel page = page(loss.server());
    page.look();
    return page;
  }

  @ParameterizedTest
  @EnumSource
  void everyCauseIsFoundAndLeadsBackToAServerThatTakesConnections(Loss loss) {
    RecoveryViewModel page = lost(loss);
    assertThat(page.standingProperty().get()).isEqualTo(Standing.LOST);
    assertThat(connect(loss.server()).accepted()).isFalse();
    assertThat(page.findingsProperty().get().denied()).isPresent();
    assertThat(page.findingsProperty().get().logged()).isPresent();
    assertThat(page.courseProperty().get().ways().getFirst().rule()).isEqualTo(loss.rule());

    doAllSteps(page);
    assertThat(page.standingProperty().get()).isEqualTo(Standing.LOST);
    assertThat(page.nextProperty().get()).contains("next at");

    page.jump();
    assertThat(page.standingProperty().get()).isEqualTo(Standing.BACK);
    assertThat(practice.server(loss.server()).state()).isEqualTo("Ready");
    Connection made = connect(loss.server());
    assertThat(made.accepted()).as(made.message()).isTrue();
    assertThat(made.rows()).isPositive();
    assertThat(page.nextProperty().get()).isEmpty();
  }

  @Test
  void anotherIdentityIsWrittenDownUntilSomebodyHasSeenWhatBecameOfIt() {
    RecoveryViewModel page = lost(Loss.INA_5_IDENTITY_DELETED);
    changes.watched(false);
    doAllSteps(page);
    assertThat(KeyChangeNote.open(notes))
        .singleElement()
        .satisfies(note -> assertThat(note.entry().server()).isEqualTo(page.id()));

    changes().recover();
    assertThat(bell.items().getFirst().newsProperty().get().state())
        .isEqualTo(Notification.State.SUCCEEDED);
    assertThat(KeyChangeNote.open(notes)).isEmpty();
  }

  @Test
  void anotherIdentityThatSomebodySawTakeItsPlaceIsNotToldAgain() {
    doAllSteps(lost(Loss.INA_5_IDENTITY_DELETED));
    assertThat(KeyChangeNote.open(notes)).isEmpty();
    assertThat(bell.items()).hasSize(1);
  }

  @Test
  void nothingIsDoneBeforeItIsConfirmed() {
    RecoveryViewModel page = lost(Loss.INA_4_KEY_DISABLED);
    KeyIdentifier key = practice.server("orders-pg").encryption().key().orElseThrow();
    Way way = unfinished(page).orElseThrow();
    page.ask(way, way.next().orElseThrow());
    assertThat(practice.cloud().keyStores().get(key).life().enabled()).isFalse();
    page.keep();
    page.confirm();
    assertThat(practice.cloud().keyStores().get(key).life().enabled()).isFalse();
    page.ask(way, way.next().orElseThrow());
    page.confirm();
    assertThat(practice.cloud().keyStores().get(key).life().enabled()).isTrue();
  }

  @Test
  void INA_1_rotatingComesLastAndOnlyOnceTheServerIsReady() {
    RecoveryViewModel page = lost(Loss.INA_1_KEY_EXPIRED);
    Way way = unfinished(page).orElseThrow();
    assertThat(way.steps())
        .extracting(Step::kind)
        .containsExactly(Step.Kind.EXTEND, Step.Kind.WAIT, Step.Kind.ROTATE);
    doAllSteps(page);
    assertThat(page.courseProperty().get().ways().getFirst().next().map(Step::kind))
        .contains(Step.Kind.WAIT);
    page.jump();
    assertThat(page.courseProperty().get().ways().getFirst().next().map(Step::kind))
        .contains(Step.Kind.ROTATE);
  }

  @Test
  void INA_3_theRoleThatWentWithTheVaultIsFoundMissingAfterwards() {
    RecoveryViewModel page = lost(Loss.INA_3_VAULT_DELETED);
    Way way = unfinished(page).orElseThrow();
    page.ask(way, way.next().orElseThrow());
    page.confirm();
    assertThat(page.courseProperty().get().ways()).extracting(Way::rule).contains("INA-3", "INA-6");
  }

  @Test
  void aLossThatTheServiceHasNotNoticedIsToldBeforeItStrikes() {
    Loss.INA_4_KEY_DISABLED.bringAbout(practice);
    RecoveryViewModel page = page("orders-pg");
    page.look();
    assertThat(practice.server("orders-pg").state()).isEqualTo("Ready");
    assertThat(page.standingProperty().get()).isEqualTo(Standing.THREATENED);
    assertThat(page.nextProperty().get()).isNotEmpty();
    doAllSteps(page);
    practice.time().jump(Duration.ofMinutes(61));
    page.tick();
    assertThat(practice.server("orders-pg").state()).isEqualTo("Ready");
  }

  @Test
  void thePageNoticesByItselfThatTheServerIsBack() {
    RecoveryViewModel page = lost(Loss.INA_4_KEY_DISABLED);
    KeyIdentifier key = practice.server("orders-pg").encryption().key().orElseThrow();
    practice.cloud().keyLife().edit(key, KeyEdit.enabled(true));
    page.tick();
    assertThat(page.standingProperty().get()).isEqualTo(Standing.LOST);
    practice.time().jump(Duration.ofMinutes(61));
    page.tick();
    assertThat(page.standingProperty().get()).isEqualTo(Standing.BACK);
  }

  @Test
  void byTheRulesOf2023NothingComesBackUntilItIsRevalidated() {
    practice.itself().liveBy(Profile.OF_2023);
    RecoveryViewModel page = lost(Loss.INA_4_KEY_DISABLED);
    Way way = unfinished(page).orElseThrow();
    page.ask(way, way.next().orElseThrow());
    page.confirm();
    practice.time().jump(Duration.ofHours(3));
    page.look();
    assertThat(page.standingProperty().get()).isEqualTo(Standing.LOST);
    Way mended = page.courseProperty().get().ways().getFirst();
    assertThat(mended.next().map(Step::kind)).contains(Step.Kind.REVALIDATE);
    page.ask(mended, mended.next().orElseThrow());
    page.confirm();
    practice.time().jump(Duration.ofMinutes(1));
    page.look();
    assertThat(page.standingProperty().get()).isEqualTo(Standing.BACK);
  }

  @Test
  void whereOnlyTheServiceKnowsTheCountdownIsThatOfTheDocuments() {
    Loss.INA_4_KEY_DISABLED.bringAbout(practice);
    practice.time().jump(Duration.ofMinutes(61));
    RecoveryViewModel page = page("orders-pg", false);
    page.look();
    assertThat(page.nextProperty().get()).contains("at least every 60 minutes");
    doAllSteps(page);
    assertThat(page.nextProperty().get()).contains("at the latest").endsWith("in 60:00.");
    practice.time().jump(Duration.ofSeconds(10));
    page.tick();
    assertThat(page.nextProperty().get()).endsWith("in 59:50.");
  }

  @Test
  void aServerThatIsWellHasNothingToRecover() {
    RecoveryViewModel page = page("orders-pg");
    page.look();
    assertThat(page.standingProperty().get()).isEqualTo(Standing.FINE);
    assertThat(page.courseProperty().get().ways()).isEmpty();
    RecoveryViewModel other = page("ledger-pg");
    other.look();
    assertThat(other.standingProperty().get()).isEqualTo(Standing.SERVICE_MANAGED);
  }
}
