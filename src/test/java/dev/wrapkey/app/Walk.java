package dev.wrapkey.app;

import dev.wrapkey.ui.Person;
import dev.wrapkey.ui.view.Texts;
import java.util.List;
import java.util.function.Consumer;

/** A walk over the main pages, in whatever language. */
final class Walk {

  static final String SERVER = "orders-pg";
  private static final List<String> BLADES =
      List.of("network", "recovery", "replication", "activity", "alerts", "encryption");

  private final Person person;
  private final Consumer<String> stop;

  /**
   * @param stop is told the name of each page when its content is there
   */
  Walk(Person person, Consumer<String> stop) {
    this.person = person;
    this.stop = stop;
  }

  void everywhere() {
    lists();
    wizard();
    stores();
    server();
  }

  /** The list of servers and the sections beside it. */
  void lists() {
    person.sees(SERVER);
    stop.accept("home");
    section("rules", Texts.text("rulebook.column.says"));
    section("record", Texts.text("record.none"));
    section("health", SERVER);
    person.click("section-servers");
    person.sees(SERVER);
    person.click("rotate-many");
    person.sees(Texts.text("waves.canaries"));
    person.sees(SERVER);
    stop.accept("waves");
    home();
    person.click("manage-practice");
    person.await("the practice cloud", () -> person.usable("open-gateway").isPresent());
    stop.accept("practice");
    person.click("open-rehearsals");
    person.sees(Texts.text("rehearsal.key-disabled.title"));
    stop.accept("rehearsals");
    home();
  }

  private void wizard() {
    person.click("create-server");
    person.await("the wizard", () -> person.usable("name").isPresent());
    person.sees(Texts.text("cost.title"));
    stop.accept("basics");
    person.pick("subscription", "Practice Production");
    person.pick("region", "East US");
    tab("networking", "rule-name-0");
    tab("security", "customer-managed");
    person.click("customer-managed");
    person.sees(Texts.text("security.identity.none"));
    stop.accept("security-own-key");
    tab("tags", "tag-name-0");
    person.click("tab-review");
    person.sees(Texts.text("review.validation.INCOMPLETE"));
    stop.accept("review");
    home();
  }

  private void stores() {
    section("vaults", "kv-orders-eastus");
    person.clickText("kv-orders-eastus");
    person.sees("orders-kek");
    stop.accept("vault");
    person.clickText("orders-kek");
    person.sees(Texts.text("keypage.versions"));
    person.sees(SERVER);
    stop.accept("key");
    home();
  }

  private void server() {
    person.clickText(SERVER);
    person.sees(Texts.text("server.state", "Ready"));
    stop.accept("overview");
    for (String blade : BLADES) {
      if (person.node("menu-" + blade).isPresent()) {
        person.click("menu-" + blade);
        person.await(
            blade + " to be read",
            () ->
                person.reads(Texts.text("server.menu." + blade))
                    && !person.reads(Texts.text("server.loading")));
        stop.accept(blade);
      }
    }
    person.click("menu-inside");
    person.await("the data keys", () -> person.usable("data-keys").isPresent());
    stop.accept("inside");
    person.click("menu-encryption");
    person.sees(Texts.text("encryption.status", "Valid"));
    person.click("guided-rotation");
    person.await("the choice", () -> person.usable("rotation-start").isPresent());
    stop.accept("rotation");
  }

  private void section(String name, String content) {
    person.click("section-" + name);
    person.sees(content);
    stop.accept(name);
  }

  private void tab(String name, String content) {
    person.click("tab-" + name);
    person.await(name, () -> person.node(content).isPresent());
    stop.accept(name);
  }

  private void home() {
    person.click("crumb-0");
    person.sees(Texts.text("home.title"));
    person.sees(SERVER);
  }
}
