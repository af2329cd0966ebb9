package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.keyboard.Shortcut;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.framework.junit5.Start;

/** F1 and the other keys of the window, pressed where a person would. */
@OnScreen
class GuideScreenTest extends WindowScreen {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  GuideScreenTest() {
    super(PRACTICE);
  }

  @Start
  void start(Stage newStage) {
    begin(newStage);
  }

  @BeforeEach
  void look() {
    Person.act(
        () -> {
          stage.setWidth(1280);
          stage.setHeight(800);
        });
    person.sees("orders-pg");
  }

  /** A key with modifiers, to whatever has the focus. */
  private void press(KeyCode code, boolean control, boolean alt) {
    Person.act(
        () -> {
          Node owner = stage.getScene().getFocusOwner();
          Event.fireEvent(owner == null ? stage.getScene() : owner, key(code, control, alt));
        });
    Person.act(() -> {});
  }

  private static KeyEvent key(KeyCode code, boolean control, boolean alt) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, alt, false);
  }

  private void help(String title) {
    person.type(KeyCode.F1);
    person.sees(title);
  }

  @Test
  void f1OpensThePageAboutWhatIsOnTheScreenAndEscGivesTheFocusBack() {
    person.tabTo("create-server");
    help("The list of servers, and one server");
    person.picture("guide-home");
    assertThat(person.focus()).isEqualTo("guide-page");
    person.type(KeyCode.ESCAPE);
    person.await("the guide to go", () -> person.node("guide").isEmpty());
    assertThat(person.focus()).isEqualTo("create-server");
  }

  @Test
  void eachPartOfAServerAndEachTabOfTheWizardHasItsPage() {
    person.clickText("ledger-pg");
    person.sees("Status: ");
    help("The list of servers, and one server");
    Stream.of(
            new String[] {"encryption", "See and change the encryption of a server"},
            new String[] {"network", "Private networking"},
            new String[] {"inside", "Look inside an encrypted server"},
            new String[] {"recovery", "A server lost its key"},
            new String[] {"alerts", "Be told in time: health, activity log, alerts"})
        .forEach(
            part -> {
              person.click("menu-" + part[0]);
              help(part[1]);
            });
    person.type(KeyCode.ESCAPE);
    press(KeyCode.N, true, false);
    person.click("tab-networking");
    help("Private networking");
    person.click("tab-review");
    help("Tags, review, template and plan file");
    person.click("tab-security");
    help("Create a server with your own key");
    person.picture("guide-security");
  }

  @Test
  void theSamePageAgainClosesIt() {
    help("The list of servers, and one server");
    person.type(KeyCode.F1);
    person.await("the guide to go", () -> person.node("guide").isEmpty());
  }

  @Test
  void aPaneHasItsPageAndLetsTheFocusGoThere() {
    press(KeyCode.SLASH, true, false);
    person.sees("In a list or table");
    person.picture("keyboard");
    help("The keyboard");
    assertThat(person.focus()).isEqualTo("guide-page");
    person.type(KeyCode.ESCAPE);
    person.await("the guide to go", () -> person.node("guide").isEmpty());
    assertThat(person.node("keyboard-pane")).isPresent();
    person.type(KeyCode.ESCAPE);
    person.await("the map to go", () -> person.node("keyboard-pane").isEmpty());
  }

  @Test
  void aQuestionHasTheGuideInTheWindowBelow() {
    press(KeyCode.N, true, false);
    person.write("name", "any-pg");
    Button close = (Button) person.usable("close-wizard").orElseThrow();
    Platform.runLater(close::fire); // it waits for the answer
    person.sees("Discard what you entered?");
    inQuestion(key(KeyCode.F1, false, false));
    person.sees("Create a server");
    ScrollPane page = (ScrollPane) person.node("guide-page").orElseThrow();
    assertThat(page.getVvalue()).isZero();
    inQuestion(key(KeyCode.PAGE_DOWN, false, false));
    assertThat(page.getVvalue()).isPositive();
    inQuestion(key(KeyCode.PAGE_UP, false, false));
    assertThat(page.getVvalue()).isZero();
    person.clickText("Discard");
    person.sees("All servers of all subscriptions you can see");
  }

  private static void inQuestion(KeyEvent key) {
    Person.act(
        () ->
            Window.getWindows().stream()
                .map(window -> window.getScene().getRoot())
                .filter(DialogPane.class::isInstance)
                .forEach(question -> Event.fireEvent(question, key)));
  }

  @Test
  void theMenuOfHelpHasBoth() {
    person.click("help");
    person.clickText("Guide (F1)");
    person.sees("The list of servers, and one server");
    person.click("guide-close");
    person.click("help");
    person.clickText("Keyboard (Ctrl+/)");
    person.sees("In a list or table");
    person.type(KeyCode.ESCAPE);
  }

  @Test
  void theMapSaysEveryKeyAndWhatItDoes() {
    press(KeyCode.SLASH, true, false);
    person.sees("In a list or table");
    String seen = person.seen();
    for (Shortcut each : Shortcut.values()) {
      assertThat(each.written()).allSatisfy(key -> assertThat(seen).contains(key));
    }
  }

  @Test
  void aSearchLeadsToThePage() {
    help("The list of servers, and one server");
    person.write("guide-search", "canaries");
    person.sees("Rotate the keys of many servers");
    person.picture("guide-search");
    person.clickText("Rotate the keys of many servers");
    person.sees("Before you start");
    person.picture("guide-page");
    person.click("guide-back");
    person.sees("How to read the key version");
    person.click("guide-contents");
    person.sees("Wrapkey: the guide");
    person.picture("guide-contents");
  }

  @Test
  void theKeysOfTheWindowDoWhatTheirButtonsDo() {
    press(KeyCode.K, true, false);
    assertThat(person.focus()).isEqualTo("filter");
    person.clickText("orders-pg");
    person.sees("Status: ");
    press(KeyCode.F5, false, false);
    person.sees("Status: Ready");
    press(KeyCode.LEFT, false, true);
    person.sees("All servers of all subscriptions you can see");
    press(KeyCode.N, true, false);
    person.sees("Project details");
    press(KeyCode.N, true, false);
    press(KeyCode.HOME, false, true);
    person.sees("All servers of all subscriptions you can see");
  }

  @Test
  void whileAPaneIsOpenThePageBelowStays() {
    press(KeyCode.SLASH, true, false);
    person.sees("In a list or table");
    press(KeyCode.N, true, false);
    assertThat(person.node("create-page")).isEmpty();
    person.type(KeyCode.ESCAPE);
  }
}
