package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import dev.wrapkey.ui.Plans;
import dev.wrapkey.ui.Practice;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.framework.junit5.Start;

/** The Security tab and the review with each instructive thing of the starter landscape. */
@OnScreen
class InstructiveCreateScreenTest extends WindowScreen {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  private String identity = "";

  InstructiveCreateScreenTest() {
    super(PRACTICE);
  }

  @Start
  void start(Stage newStage) {
    begin(newStage);
  }

  @BeforeEach
  void openSecurity() {
    Person.act(
        () -> {
          stage.setWidth(1280);
          stage.setHeight(800);
        });
    person.click("create-server");
    person.pick("subscription", "Practice Production");
    person.pick("group", "rg-orders");
    person.find("region", "East US");
    person.write("name", "lesson-pg");
    person.write("login", "ordersadmin");
    person.write("password", Plans.PASSWORD);
    person.write("confirmation", Plans.PASSWORD);
    person.click("tab-security");
    person.click("customer-managed");
  }

  @Tag("long")
  @Test
  void eachInstructiveKeyIsJudgedByTheRuleItIsThereFor() {
    person.click("method-enter");
    person.click("automatic-version");
    String region = "East US";
    for (Lesson lesson : Lesson.ALL) {
      if (!lesson.region().equals(region)) {
        region = lesson.region();
        moveTo(region);
      }
      choose(lesson);
      person.sees(lesson.words());
      person.picture("vault-" + lesson.name() + "-create");
      review(lesson);
    }
  }

  private void moveTo(String region) {
    person.click("tab-basics");
    person.find("region", region);
    person.click("tab-security");
    identity = "";
  }

  private void choose(Lesson lesson) {
    if (!lesson.identity().equals(identity)) {
      person.click("change-identity");
      person.write("identity-filter", lesson.identity());
      person.clickRow(lesson.identity()::equals);
      person.click("identity-finish");
      identity = lesson.identity();
    }
    person.write("identifier", lesson.key());
  }

  private void review(Lesson lesson) {
    person.click("tab-review");
    boolean passes = lesson.verdict().equals("Passed");
    if (passes) {
      unfold();
    }
    person.await(
        lesson.rule() + " of " + lesson.name(),
        () -> person.node(lesson.row()).filter(row -> says(row, lesson.verdict())).isPresent());
    boolean refused = lesson.verdict().equals("Failed") || lesson.name().equals("id-other-region");
    if (refused) {
      person.sees("Azure would refuse this");
      assertThat(person.usable("create")).as(lesson.name()).isEmpty();
    } else {
      person.await("Create for " + lesson.name(), () -> person.usable("create").isPresent());
    }
    person.click("tab-security");
  }

  private void unfold() {
    person.sees("Validation passed");
    Person.act(
        () ->
            person
                .node("checks-primary-fold")
                .map(node -> (Hyperlink) node)
                .filter(fold -> fold.getText().startsWith("Show"))
                .ifPresent(Hyperlink::fire));
  }

  private static boolean says(Node row, String verdict) {
    return row.lookupAll(".label").stream()
        .anyMatch(label -> label instanceof Labeled words && verdict.equals(words.getText()));
  }

  @Test
  void theKeyPaneTellsWhatCannotServeAndWhy() {
    person.click("select-key");
    person.await("the reasons", () -> person.usable("left-out").isPresent());
    assertThat(rows("key-store"))
        .containsExactlyInAnyOrder(
            "kv-orders-eastus", "kv-policy-eastus", "kv-sealed-eastus", "kv-hidden-eastus");
    person.click("left-out");
    for (String why :
        Stream.of(
                "kv-lab-eastus",
                "Purge protection is off; it can be turned on",
                "kv-payroll-uks",
                "Region UK South; the server is in East US")
            .toList()) {
      person.sees(why);
    }
    person.picture("vault-left-out-create");
    person.pick("key-store", "kv-orders-eastus");
    person.await("keys", () -> rows("key").contains("signing-ec"));
    Person.act(() -> box("key").show());
    for (String why :
        Stream.of("EC: must be RSA", "disabled", "expired Jan", "not active before").toList()) {
      person.sees(why);
    }
    person.picture("vault-greyed-create");
  }

  private Stream<String> texts(ComboBox<Object> box) {
    return box.getItems().stream().map(box.getConverter()::toString);
  }

  private java.util.List<String> rows(String id) {
    return texts(box(id)).toList();
  }

  @SuppressWarnings("unchecked")
  private ComboBox<Object> box(String id) {
    return (ComboBox<Object>) person.node(id).orElseThrow();
  }
}
