package dev.wrapkey.ui.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.EncryptionEdit.By;
import dev.wrapkey.provisioning.EncryptionEdit.Difference;
import dev.wrapkey.provisioning.EncryptionEdit.Field;
import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.ui.BentCloud;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.notification.Notification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people change the keys of one server at the same time. */
class ConcurrentChangeTest {

  private Practice practice;
  private Blades blades;
  private EncryptionViewModel mine;
  private KeyIdentifier first;
  private KeyIdentifier second;

  @BeforeEach
  void open() {
    practice = Practice.opened();
    blades = Blades.of(practice);
    mine = blades.entered("billing-pg");
    first = inTheCloud().key().orElseThrow();
    second = inTheCloud().geo().orElseThrow().key();
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private DataEncryption inTheCloud() {
    return practice.server("billing-pg").encryption();
  }

  private static void automatic(BlockViewModel block) {
    block.choice().automaticProperty().set(true);
  }

  private static void choose(BlockViewModel block, KeyIdentifier key) {
    block.choice().automaticProperty().set(key.version().isEmpty());
    block.choice().identifier().set(key.toString());
  }

  private KeyIdentifier theyRotate(KeyIdentifier key) {
    practice.time().jump(java.time.Duration.ofMinutes(5));
    return practice.cloud().keyStores().rotate(key.versionless()).id();
  }

  private void theySave(KeyIdentifier primary, KeyIdentifier geo) {
    EncryptionViewModel theirs = blades.entered("billing-pg");
    choose(theirs.blocks().primary(), primary);
    choose(theirs.blocks().geo(), geo);
    theirs.save();
    assertThat(theirs.failureProperty().get()).isNull();
    assertThat(inTheCloud().key()).contains(primary);
    assertThat(inTheCloud().geo().map(GeoEncryption::key)).contains(geo);
  }

  private Overtaking overtaking() {
    return mine.overtakenProperty().get().orElseThrow();
  }

  @Test
  void aSaveOverSomebodyElsesChangeSendsNothingAndShowsThreeValues() {
    automatic(mine.blocks().primary());
    KeyIdentifier theirs = theyRotate(first);
    theySave(theirs, second);
    mine.save();
    assertThat(inTheCloud().key()).as("theirs stays").contains(theirs);
    assertThat(mine.stateProperty().get()).isEqualTo(State.CUSTOMER_MANAGED);
    assertThat(mine.savableProperty().get()).isFalse();
    assertThat(overtaking().differences())
        .containsExactly(
            new Difference(
                Field.KEY, first.toString(), theirs.toString(), first.versionless().toString()));
    assertThat(blades.bell().state()).isEqualTo(Notification.State.WARNING);
    assertThat(blades.bell().text()).contains("Nothing was overwritten");
  }

  @Test
  void takingTheirsDropsMine() {
    automatic(mine.blocks().primary());
    KeyIdentifier theirs = theyRotate(first);
    theySave(theirs, second);
    mine.save();
    mine.takeTheirs();
    assertThat(mine.overtakenProperty().get()).isEmpty();
    assertThat(mine.dirtyProperty().get()).isFalse();
    assertThat(mine.blocks().primary().key()).contains(theirs);
  }

  @Test
  void keepingMineSavesItOverTheirsAfterAnotherPress() {
    automatic(mine.blocks().primary());
    KeyIdentifier theirs = theyRotate(first);
    theySave(theirs, second);
    mine.save();
    mine.keepMine();
    assertThat(inTheCloud().key()).as("nothing is sent yet").contains(theirs);
    assertThat(mine.savableProperty().get()).isTrue();
    mine.save();
    assertThat(mine.failureProperty().get()).isNull();
    assertThat(inTheCloud().key()).contains(first.versionless());
  }

  @Test
  void whatILeftAloneStaysTheirsWhenIKeepMine() {
    automatic(mine.blocks().primary());
    KeyIdentifier theirs = theyRotate(second);
    theySave(first, theirs);
    mine.save();
    assertThat(overtaking().differences())
        .extracting(Difference::by)
        .containsExactly(By.MINE, By.THEIRS);
    mine.keepMine();
    mine.save();
    assertThat(inTheCloud().key()).contains(first.versionless());
    assertThat(inTheCloud().geo().map(GeoEncryption::key)).contains(theirs);
  }

  @Test
  void refreshKeepsTheEditAndNoticesAChange() {
    automatic(mine.blocks().primary());
    mine.reload();
    assertThat(mine.dirtyProperty().get()).isTrue();
    assertThat(mine.overtakenProperty().get()).isEmpty();
    theySave(first, theyRotate(second));
    mine.reload();
    assertThat(mine.dirtyProperty().get()).isTrue();
    assertThat(overtaking().differences()).extracting(Difference::by).contains(By.THEIRS);
  }

  @Test
  void refreshWithoutAnEditShowsWhatIsThere() {
    KeyIdentifier theirs = theyRotate(second);
    theySave(first, theirs);
    mine.reload();
    assertThat(mine.blocks().geo().key()).contains(theirs);
    assertThat(mine.overtakenProperty().get()).isEmpty();
  }

  @Test
  void theSameWishOfBothIsNoConflict() {
    automatic(mine.blocks().primary());
    theySave(first.versionless(), second);
    mine.save();
    assertThat(mine.overtakenProperty().get()).isEmpty();
    assertThat(mine.savedProperty().get()).contains(first.versionless());
  }

  @Test
  void aChangeSentBetweenTheLookAndTheRequestIsNotNoticed() {
    BentCloud racing = new BentCloud(practice.cloud());
    EncryptionViewModel raced = Blades.through(racing.cloud(), practice).entered("billing-pg");
    KeyIdentifier theirs = theyRotate(second);
    automatic(raced.blocks().primary());
    racing.beforeChange(() -> theySave(first, theirs));
    raced.save();
    assertThat(inTheCloud().geo().map(GeoEncryption::key))
        .as("the service knows no condition on the request: who sends last has it")
        .contains(second);
  }
}
