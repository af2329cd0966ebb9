package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.Plans;
import dev.wrapkey.ui.Practice;
import javafx.css.PseudoClass;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The create wizard, opened in the window, and a hand to fill it. The password that is typed turns
 * up nowhere.
 */
abstract class WizardScreen extends WindowScreen {

  // Of each class in its turn: on the screen they come one after the other.
  @RegisterExtension static final Practice PRACTICE = new Practice();
  @RegisterExtension static final Canary CANARY = new Canary(Plans.PASSWORD);

  WizardScreen() {
    super(PRACTICE);
  }

  @BeforeEach
  void openWizard() {
    person.click("create-server");
  }

  @AfterEach
  void noPasswordAnywhere() {
    assertThat(person.seen()).doesNotContain(Plans.PASSWORD);
    CANARY.hasFlownNowhere(PRACTICE.folder());
  }

  void fillPlace() {
    person.pick("subscription", "Practice Production");
    person.pick("group", "rg-orders");
    person.find("region", "East US");
  }

  void fillBasics(String name) {
    fillPlace();
    person.write("name", name);
    person.write("login", "ordersadmin");
    person.write("password", Plans.PASSWORD);
    person.write("confirmation", Plans.PASSWORD);
  }

  void chooseIdentity(String name) {
    person.click("change-identity");
    person.clickRow(name::equals);
    person.click("identity-finish");
  }

  void chooseKey(String store, String key) {
    person.click("select-key");
    person.pick("key-store", store);
    person.pick("key", key);
    person.click("key-finish");
  }

  boolean hasRedDot(String tab) {
    return person
        .node("tab-" + tab)
        .orElseThrow()
        .getPseudoClassStates()
        .contains(PseudoClass.getPseudoClass("problem"));
  }
}
