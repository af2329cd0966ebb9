package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import dev.wrapkey.ui.Practice;
import java.util.List;
import java.util.Set;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.framework.junit5.Start;

/** The Data encryption page with each instructive thing of the starter landscape. */
@OnScreen
class InstructiveBladeScreenTest extends WindowScreen {

  /** Azure takes these; the others would be refused. */
  private static final Set<String> TAKEN = Set.of("Passed", "Advice", "Not seen");

  @RegisterExtension static final Practice PRACTICE = new Practice();

  InstructiveBladeScreenTest() {
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
  }

  private void open(String server) {
    person.sees(server);
    person.clickText(server);
    person.sees("Status: ");
    person.click("menu-encryption");
    person.sees("The identity can use this key");
    Person.act(() -> ((CheckBox) person.node("automatic-version").orElseThrow()).setSelected(true));
  }

  @Tag("long")
  @Test
  void eachInstructiveKeyOfEastUsIsJudgedOnAServerThere() {
    open("orders-pg");
    Lesson.ALL.stream().filter(l -> l.region().equals("East US")).forEach(this::learn);
  }

  @Test
  void eachInstructiveKeyOfWestEuropeIsJudgedOnAServerThere() {
    open("reporting-pg");
    Lesson.ALL.stream().filter(l -> l.region().equals("West Europe")).forEach(this::learn);
  }

  private void learn(Lesson lesson) {
    if (!chosen().equals(lesson.identity())) {
      person.click("select-identity");
      person.clickRow(lesson.identity()::equals);
      person.click("identity-finish");
    }
    person.write("identifier", lesson.key());
    person.sees(lesson.words());
    person.picture("vault-" + lesson.name() + "-blade");
    boolean refused =
        !TAKEN.contains(lesson.verdict()) || List.of("id-other-region").contains(lesson.name());
    if (refused) {
      assertThat(person.usable("save")).as(lesson.name()).isEmpty();
    }
  }

  private String chosen() {
    ComboBox<?> box = (ComboBox<?>) person.node("identity").orElseThrow();
    return box.getValue() instanceof dev.wrapkey.provisioning.ManagedIdentity one ? one.name() : "";
  }
}
