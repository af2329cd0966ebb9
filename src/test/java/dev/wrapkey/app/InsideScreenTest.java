package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.encryption.Inspector;
import dev.wrapkey.encryption.StoredKey;
import dev.wrapkey.encryption.VolumeFacts;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

@OnScreen
class InsideScreenTest extends OwnWindowScreen {

  private static final String REKEY = "Re-key segment";
  private static final String SERVER = "orders-pg";

  @Start
  void start(Stage newStage) {
    begin(newStage);
  }

  private void lookInside(String server) {
    person.sees(server);
    person.clickText(server);
    person.sees("Status: Ready");
    person.click("menu-inside");
    person.await("the data keys", () -> person.usable("data-keys").isPresent());
  }

  private List<String> lines(String list) {
    return ((ListView<?>) person.node(list).orElseThrow())
        .getItems().stream().map(String::valueOf).toList();
  }

  private Inspector.Storage storage() {
    return practice.inspector().look(practice.idOf(SERVER).toString()).orElseThrow();
  }

  private VolumeFacts facts() {
    return storage().volumes().getFirst().facts();
  }

  private StoredKey segment() {
    return facts().keys().get(1);
  }

  private int chosenRow(String table) {
    return ((TableView<?>) person.node(table).orElseThrow()).getSelectionModel().getSelectedIndex();
  }

  private void chooseSegment() {
    person.clickText("Segment 0");
    person.await("its id", () -> shown("data-key-id").equals(segment().id()));
  }

  @Test
  void aPersonRekeysASegmentAndThePlainPageStaysAsItWas() {
    lookInside(SERVER);
    VolumeFacts before = facts();
    assertThat(shown("pages-digest")).isEqualTo(before.digest());
    assertThat(person.usable("rekey")).as("the volume key seals no page").isEmpty();
    person.picture("inside");
    chooseSegment();
    List<String> plain = lines("page-plain");
    List<String> stored = lines("page-stored");
    String id = shown("data-key-id");

    person.click("rekey");
    person.sees("All " + before.pages() + " pages of this segment");
    person.picture("inside-rekey");
    person.clickText("Keep the data key");
    person.await("no question", () -> !person.reads("Keep the data key"));
    assertThat(facts()).as("nothing without consent").isEqualTo(before);

    person.click("rekey");
    person.clickText(REKEY);
    person.sees("1 segment, " + before.pages() + " pages sealed anew, ");
    person.await("another id", () -> !shown("data-key-id").equals(id));
    person.await("another digest", () -> !shown("pages-digest").equals(before.digest()));
    assertThat(shown("data-key-id")).isEqualTo(segment().id());
    assertThat(shown("pages-digest")).isEqualTo(facts().digest());
    person.await("another page on disk", () -> !lines("page-stored").equals(stored));
    assertThat(lines("page-plain")).isEqualTo(plain);
    assertThat(chosenRow("data-keys")).isOne();
    person.picture("inside-rekeyed");

    person.click("menu-encryption");
    person.sees("Key status: Valid");
  }

  @Test
  void aRefusedKeyIsToldAndWhatIsStoredIsStillShown() {
    lookInside(SERVER);
    VolumeFacts before = facts();
    chooseSegment();
    practice.administrator().enable(KeyIdentifier.of(segment().wrapped().keyVersion()), false);
    person.click("rekey");
    person.clickText(REKEY);
    person.sees("The segment was not re-keyed, nothing has changed");
    person.sees("The key of this volume is refused at the moment");
    person.picture("inside-refused");
    assertThat(facts()).isEqualTo(before);
    assertThat(shown("pages-digest")).isEqualTo(before.digest());
    assertThat(lines("page-plain")).isEmpty();
    assertThat(lines("page-stored")).as("takes no key").isNotEmpty();
    person.sees("No data key, no words. KeyDisabled");
  }

  @Test
  void aPersonVerifiesAllPages() {
    lookInside(SERVER);
    person.click("verify");
    person.sees("All 64 pages are what was last written there.");
    person.picture("inside-verified");
  }

  @Test
  void aPersonFreesARestoredServerFromTheOriginalKey() {
    practice
        .administrator()
        .restore(
            practice.idOf(SERVER),
            "orders-copy",
            practice.newest("kv-orders-eastus", "ledger-kek"),
            practice.identity("id-orders-eastus"));
    practice.time().jump(java.time.Duration.ofMinutes(6));
    person.click("refresh-home");
    lookInside("orders-copy");
    person.sees("1 segment came with the backup of orders-pg");
    person.picture("inside-inherited");
    person.click("rekey-inherited");
    person.sees("1 segment, 64 pages sealed anew, 2 key operations.");
    person.await("nothing inherited", () -> !person.reads("came with the backup"));
    person.picture("inside-freed");
  }

  @Test
  void volumesAndDataKeysAreChosenWithTheKeyboard() {
    lookInside("billing-pg");
    String data = shown("volume-file");
    Person.act(() -> person.node("volumes").orElseThrow().requestFocus());
    person.type(KeyCode.DOWN);
    person.await("another volume", () -> !shown("volume-file").equals(data));
    assertThat(person.focus()).isEqualTo("volumes");
    person.picture("inside-geo");
    Person.act(() -> person.node("data-keys").orElseThrow().requestFocus());
    person.type(KeyCode.DOWN);
    person.await("a segment", () -> person.usable("rekey").isPresent());
    assertThat(person.focus()).isEqualTo("data-keys");
  }
}
