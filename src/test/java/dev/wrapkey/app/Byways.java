package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.Person;
import dev.wrapkey.ui.view.Texts;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;

/** A walk over the pages and side panes off the main way, in whatever language. */
final class Byways {

  /** Where it stops. */
  static final List<String> ALL =
      List.of(
          "settings",
          "about",
          "sign-in",
          "compute",
          "endpoint",
          "private-access",
          "network",
          "identity",
          "new-identity",
          "key-pane",
          "new-vault",
          "new-key",
          "breaking",
          "policy",
          "version",
          "before-delete",
          "json",
          "delete",
          "recovery",
          "notifications",
          "deployment",
          "restore-server",
          "create-replica",
          "deployment-inputs",
          "deployment-outputs",
          "deployment-template");

  private final Person person;
  private final Consumer<String> stop;
  private final Set<String> reached = new TreeSet<>();

  /**
   * @param stop is told the name of each page or pane when its content is there
   */
  Byways(Person person, Consumer<String> stop) {
    this.person = person;
    this.stop =
        name -> {
          reached.add(name);
          stop.accept(name);
        };
  }

  void everywhere() {
    person.sees(Walk.SERVER);
    program();
    wizard();
    stores();
    server();
    copies();
    recovery();
    deployment();
    assertThat(reached).containsAll(ALL);
  }

  private void program() {
    person.click("settings");
    page("settings", "settings-appearance");
    person.click("help");
    person.await("the menu", () -> person.reads(Texts.text("about.title")));
    person.clickText(Texts.text("about.title"));
    page("about", "about-copy");
    person.click("account");
    person.await("the menu", () -> person.reads(Texts.text("shell.account.signin")));
    person.clickText(Texts.text("shell.account.signin"));
    page("sign-in", "sign-in-submit");
  }

  private void wizard() {
    person.click("create-server");
    person.pick("subscription", "Practice Production");
    person.pick("group", "rg-orders");
    person.find("region", "East US");
    person.click("configure-server");
    person.await("the page", () -> person.usable("save-compute").isPresent());
    person.await("its offers", () -> !person.reads(Texts.text("compute.origin.asking")));
    stop.accept("compute");
    person.click("close-compute");
    person.click("tab-networking");
    pane("endpoint", "add-endpoint", "endpoint-pane");
    person.click("method-private");
    person.await("networks", () -> person.usable("new-network").isPresent());
    stop.accept("private-access");
    pane("network", "new-network", "subnet-pane");
    person.click("tab-security");
    person.click("customer-managed");
    person.click("change-identity");
    person.sees("id-orders-eastus");
    stop.accept("identity");
    pane("new-identity", "create-identity", "new-identity");
    leave("identity-pane");
    person.click("select-key");
    person.await("the stores", () -> person.usable("new-vault-link").isPresent());
    stop.accept("key-pane");
    pane("new-vault", "new-vault-link", "new-vault");
    person.find("key-store", "kv-orders-eastus");
    person.await("its keys", () -> person.usable("new-key-link").isPresent());
    person.click("new-key-link");
    person.await("the form", () -> person.usable("new-key-name").isPresent());
    stop.accept("new-key");
    leave("new-key-name");
    home();
  }

  private void stores() {
    person.click("section-vaults");
    person.sees("kv-orders-eastus");
    person.click("vaults-breaking");
    person.await("what there is", () -> person.usable("breaking-thing").isPresent());
    person.pick("breaking-thing", "kv-orders-eastus");
    person.sees(Walk.SERVER);
    stop.accept("breaking");
    home();
    person.click("section-vaults");
    person.sees("kv-orders-eastus");
    person.clickText("kv-orders-eastus");
    person.sees("ledger-kek");
    person.clickText("ledger-kek");
    person.sees(Texts.text("keypage.versions"));
    person.await("its policy", () -> person.usable("rotation-policy").isPresent());
    pane("policy", "rotation-policy", "policy-save");
    person.await("its version", () -> person.usable("version-edit").isPresent());
    pane("version", "version-edit", "edit-save");
    pane("before-delete", "delete-key", "impact-do");
    home();
  }

  private void server() {
    person.clickText(Walk.SERVER);
    person.sees(Texts.text("server.state", "Ready"));
    pane("json", "json-view", "json-pane");
    pane("delete", "delete-server", "delete-name");
    home();
  }

  private void copies() {
    for (String way : List.of("restore-server", "create-replica")) {
      person.clickText(Walk.SERVER);
      person.sees(Texts.text("server.state", "Ready"));
      if (person.usable(way).isEmpty()) {
        person.click("menu-replication");
      }
      person.click(way);
      person.await("the form", () -> person.usable("copy-name").isPresent());
      stop.accept(way);
      home();
    }
  }

  private void recovery() {
    person.clickText("payroll-pg");
    person.click("server-recover");
    person.await("the ways back", () -> person.usable("recovery-encryption").isPresent());
    stop.accept("recovery");
    home();
  }

  private void deployment() {
    person.click("notifications");
    person.await("the news", () -> person.usable("notification-open").isPresent());
    stop.accept("notifications");
    person.click("notification-open");
    person.await("its end", () -> person.usable("go-to-resource").isPresent());
    stop.accept("deployment");
    for (String part : List.of("inputs", "outputs", "template")) {
      person.click("menu-" + part);
      stop.accept("deployment-" + part);
    }
    home();
  }

  private void page(String name, String content) {
    person.await(name, () -> person.usable(content).isPresent());
    stop.accept(name);
    home();
  }

  private void pane(String name, String way, String content) {
    person.click(way);
    person.await(name, () -> person.usable(content).isPresent());
    stop.accept(name);
    leave(content);
  }

  private void leave(String content) {
    person.type(KeyCode.ESCAPE);
    person.await("the pane to go", () -> person.node(content).isEmpty());
  }

  private void home() {
    person.click("crumb-0");
    person.sees(Texts.text("home.title"));
    person.sees(Walk.SERVER);
  }
}
