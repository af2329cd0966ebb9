package dev.wrapkey.ui.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.KeyStores;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.PaneDesk;
import dev.wrapkey.ui.Practice;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.framework.junit5.Start;

/** Lists too long to look through, and lists that are still arriving. */
@OnScreen
class KeySearchScreenTest extends KeyPaneScreen {

  private static final double ROW = 24;

  @RegisterExtension static final Practice PRACTICE = new Practice();

  @Start
  void start(Stage stage) {
    begin(stage);
  }

  @Override
  Practice practice() {
    return PRACTICE;
  }

  /** The practice cloud with some more vaults, which nobody could tell apart by looking. */
  @SuppressWarnings("unchecked")
  private static Cloud crowded() {
    KeyStore like = PRACTICE.store("kv-orders-eastus");
    KeyStores stores =
        PaneDesk.swayed(
            KeyStores.class,
            PRACTICE.cloud().keyStores(),
            (method, arguments, call) -> {
              if (method.getName().equals("list")) {
                Consumer<List<KeyStore>> page = (Consumer<List<KeyStore>>) arguments[3];
                page.accept(IntStream.range(0, 60).mapToObj(n -> named(like, n)).toList());
              }
              return call.go();
            });
    return PaneDesk.swayed(
        Cloud.class,
        PRACTICE.cloud(),
        (method, arguments, call) -> method.getName().equals("keyStores") ? stores : call.go());
  }

  private static KeyStore named(KeyStore like, int number) {
    ResourceId id = like.id();
    String name = "kv-crowd-" + number;
    return new KeyStore(
        new ResourceId(id.subscription(), "rg-" + number % 3, id.type(), name),
        like.kind(),
        like.region(),
        name + ".vault.azure.net",
        like.tenantId(),
        like.protection(),
        like.rbac(),
        like.policies(),
        like.hardware(),
        like.network());
  }

  @Test
  void aLongListIsSearchedByKeysAlone() {
    open(crowded(), desk.tasks(), "eastus", true);
    person.enter("key-store-filter", "ORDERS");
    person.await("one row", () -> person.row("kv-crowd-1"::equals).isEmpty());
    person.sees("kv-orders-eastus");
    person.picture("key-search");
    person.type(KeyCode.ENTER);
    assertThat(person.focus()).isEqualTo("key-store");
    person.choose("key", "orders-kek");
    person.click("key-finish");
    assertThat(picked)
        .containsExactly(PRACTICE.newest("kv-orders-eastus", "orders-kek").versionless());
  }

  @Test
  void aSearchedListIsAsHighAsTheRowsThatAreLeft() {
    open(crowded(), desk.tasks(), "eastus", true);
    person.enter("key-store-filter", "KV-CROWD");
    person.await("many rows", () -> heightOfRows() > 10 * ROW);
    person.enter("key-store-filter", "-41");
    person.sees("kv-crowd-41");
    person.await("one row's height", () -> heightOfRows() > 0 && heightOfRows() < 2 * ROW);
    person.type(KeyCode.BACK_SPACE, KeyCode.BACK_SPACE, KeyCode.BACK_SPACE);
    person.await("many rows again", () -> heightOfRows() > 10 * ROW);
  }

  private double heightOfRows() {
    return Window.getWindows().stream()
        .filter(w -> w instanceof PopupWindow && w.isShowing())
        .map(w -> w.getScene().getRoot().lookup(".list-view"))
        .filter(Objects::nonNull)
        .mapToDouble(rows -> rows.getLayoutBounds().getHeight())
        .max()
        .orElse(0);
  }

  @Test
  void escapeInTheSearchBoxClearsItAndLeavesThePane() {
    open(crowded(), desk.tasks(), "eastus", true);
    person.enter("key-store-filter", "zzz");
    person.sees("No store here can be used.");
    person.type(KeyCode.ESCAPE);
    person.await("the pane", () -> person.node("key-store-filter").isPresent());
  }

  @Test
  void aListThatIsOpenWhileItsRowsComeGrowsWithThem() {
    List<Runnable> waiting = new CopyOnWriteArrayList<>();
    open(PRACTICE.cloud(), desk.tasks(waiting::add), "eastus", false);
    show("key-store");
    person.sees("Loading …");
    waiting.forEach(work -> Thread.ofVirtual().start(work));
    person.sees("kv-sealed-eastus");
    person.sees("kv-orders-eastus");
    person.picture("key-open-while-loading");
  }
}
