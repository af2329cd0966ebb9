package dev.wrapkey.ui.tour;

import dev.wrapkey.encryption.Inspector;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.ui.view.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

/**
 * Creates a server with a customer-managed key and rotates its key, as a person would: by clicks
 * and keys. Every number of its last line is read back from the cloud and from the server's
 * storage.
 */
public final class Tour {

  private static final String SERVER = "tour-pg";
  private static final String VAULT = "kv-orders-eastus";
  private static final String KEY = "orders-kek";
  private static final String IDENTITY = "id-orders-eastus";
  private static final String REGION = "East US";

  private final Cloud cloud;
  private final Inspector inspector;
  private final Screen screen;
  private final Hand hand;
  private final Camera camera;

  /**
   * @param stage the program's window, showing its first screen
   * @param out where the pictures go
   * @param patience how long to wait for anything before the tour has failed
   */
  public Tour(Cloud cloud, Inspector inspector, Stage stage, Path out, Duration patience) {
    this.cloud = cloud;
    this.inspector = inspector;
    screen = new Screen(patience);
    hand = new Hand(screen);
    camera = new Camera(screen, stage, out);
  }

  /**
   * Walks through everything; takes less than a minute. Not to be called on the toolkit's thread.
   *
   * @return the last line, for the terminal
   * @throws TourFailed if a step did not come out as it should
   */
  public String run() {
    camera.load();
    try {
      return walk();
    } catch (TourFailed failed) {
      camera.take("failed");
      throw failed;
    }
  }

  private String walk() {
    home();
    basics();
    networking();
    security();
    tags();
    create();
    ResourceId id = find();
    KeyIdentifier before = keyOf(id);
    Inspector.Storage sealed = storage(id);
    inside("look-inside-before", before);
    rotate();
    KeyIdentifier after = keyOf(id);
    Inspector.Storage rewrapped = storage(id);
    inside("look-inside-after", after);
    prove(sealed, rewrapped, before, after);
    backHome();
    Server server = cloud.servers().get(id);
    require(server.state().equals("Ready"), "server is " + server.state());
    return String.format(
        Locale.ROOT,
        "tour: %d pictures, server %s %s, key %s %s -> %s, %d data keys rewrapped, %d pages"
            + " rewritten",
        camera.taken(),
        server.name(),
        server.state(),
        after.key(),
        shorten(before),
        shorten(after),
        rewrapped.rotation().map(Inspector.LastRotation::keysRewrapped).orElse(0),
        rewrapped.pagesRewritten() - sealed.pagesRewritten());
  }

  private void home() {
    screen.sees("the starter landscape", "orders-pg");
    screen.sees("a key status", "Valid");
    camera.take("home");
  }

  private void basics() {
    hand.click("create-server");
    hand.open("subscription", is("Practice Production"));
    camera.take("basics-subscription");
    hand.clickRow("Practice Production", is("Practice Production"));
    hand.open("group", is("rg-orders"));
    hand.clickRow("rg-orders", is("rg-orders"));
    hand.write("name", "Tour_PG");
    hand.write("login", "admin");
    hand.write("password", "weak");
    hand.write("confirmation", "other");
    camera.take("basics-problems");
    hand.write("name", SERVER);
    hand.open("region", text -> !text.isEmpty());
    camera.take("basics-region");
    hand.type(REGION);
    hand.press(KeyCode.ENTER);
    hand.click("workload-DEVELOPMENT");
    hand.write("login", "ordersadmin");
    hand.write("password", "Correct-Horse-42");
    hand.write("confirmation", "Correct-Horse-42");
    camera.take("basics-filled");
  }

  private void networking() {
    hand.click("tab-networking");
    hand.write("rule-name-0", "office");
    hand.write("rule-start-0", "203.0.113.10");
    hand.write("rule-end-0", "203.0.113.20");
    camera.take("networking");
  }

  private void security() {
    hand.click("tab-security");
    camera.take("security-service-managed");
    hand.click("customer-managed");
    hand.click("method-enter");
    hand.write("identifier", "https://kv-orders-eastus.vault.azure.com/keys/orders-kek");
    camera.take("security-key-identifier");
    hand.click("method-select");
    hand.click("change-identity");
    hand.clickRow(IDENTITY, is(IDENTITY));
    camera.take("select-identity");
    hand.click("identity-finish");
    chooseVersion("select-key", false);
    screen.sees("the proof that the identity can use the key", Texts.text("security.proof.passed"));
    camera.take("security-customer-managed");
  }

  /** Picks the newest version of the key, or the one before it. */
  private void chooseVersion(String picture, boolean newest) {
    hand.click("select-key");
    hand.open("key-store", is(VAULT));
    hand.clickRow(VAULT, is(VAULT));
    hand.click("left-out");
    hand.open("key", is(KEY));
    camera.take(picture + "-key");
    hand.clickRow(KEY, is(KEY));
    hand.open("key-version", text -> text.contains(newestMark()));
    camera.take(picture + "-version");
    hand.clickRow("a version", text -> isVersion(text) && text.contains(newestMark()) == newest);
    hand.click("key-finish");
  }

  private static String newestMark() {
    return Texts.text("key.version.newest", "").strip();
  }

  private void tags() {
    hand.click("tab-tags");
    hand.write("tag-name-0", "environment");
    hand.write("tag-value-0", "practice");
    hand.write("tag-name-1", "owner");
    hand.write("tag-value-1", "orders team");
    camera.take("tags");
  }

  private void create() {
    hand.click("tab-review");
    screen.sees("the final validation", Texts.text("review.validation.PASSED"));
    camera.take("review");
    hand.click("create");
    screen.sees("the running deployment", Texts.text("deployment.phase.RUNNING"));
    screen.sees("the server being made", Texts.text("deployment.state.RUNNING"));
    camera.take("deployment-running");
    screen.sees("the complete deployment", Texts.text("deployment.phase.SUCCEEDED"));
    camera.take("deployment-complete");
    hand.click("go-to-resource");
    screen.sees("the server's overview", Texts.text("server.state", "Ready"));
    camera.take("server-overview");
  }

  private void rotate() {
    hand.click("menu-encryption");
    screen.sees("the key's status", Texts.text("encryption.status", "Valid"));
    camera.take("data-encryption");
    hand.click("method-select");
    chooseVersion("data-encryption-select-key", true);
    screen.sees("the proof for the new version", Texts.text("security.proof.passed"));
    camera.take("data-encryption-changed");
    hand.click("discard");
    screen.await("Save to be off after Discard", () -> screen.find("save").isEmpty());
    hand.click("method-select");
    chooseVersion("data-encryption-select-again", true);
    hand.click("save");
    screen.sees("that the change was saved", Texts.text("encryption.saved", "").strip());
    camera.take("data-encryption-saved");
  }

  private void inside(String picture, KeyIdentifier key) {
    hand.click("menu-inside");
    screen.await(
        "the wrapped key in the Look inside panel",
        () ->
            screen
                .all()
                .anyMatch(
                    n -> n.getId() != null && n.getId().equals("wrapped-by") && Screen.isSeen(n)));
    hand.click("refresh-inside");
    screen.await("the key version " + shorten(key), () -> showsIdentifier(key));
    camera.take(picture);
  }

  private boolean showsIdentifier(KeyIdentifier key) {
    return screen
        .find("wrapped-by")
        .filter(
            n ->
                n instanceof dev.wrapkey.ui.control.Identifier shown
                    && shown.getText().equals(key.toString()))
        .isPresent();
  }

  private void prove(
      Inspector.Storage sealed,
      Inspector.Storage rewrapped,
      KeyIdentifier before,
      KeyIdentifier after) {
    require(!before.equals(after), "the key version did not change");
    require(
        sealed.wrapped().keyVersion().equals(before.toString()),
        "the first key did not wrap the data key");
    require(
        rewrapped.wrapped().keyVersion().equals(after.toString()),
        "the new key did not wrap the data key");
    require(!sealed.wrapped().equals(rewrapped.wrapped()), "the wrapped key is the same as before");
    require(sealed.digest().equals(rewrapped.digest()), "sealed pages changed");
  }

  private void backHome() {
    hand.click("crumb-0");
    screen.sees("the new server in the list", SERVER);
    screen.sees("that it has the newest version", Texts.text("home.version.newest"));
    camera.take("home-with-server");
    new Sights(screen, hand, camera).visit();
    hand.click("theme-toggle");
    camera.take("home-dark");
  }

  private ResourceId find() {
    return cloud.directory().subscriptions().stream()
        .flatMap(s -> cloud.servers().list(s.id()).stream())
        .filter(s -> s.name().equals(SERVER))
        .findFirst()
        .map(Server::id)
        .orElseThrow(() -> new TourFailed("the cloud has no server " + SERVER));
  }

  private KeyIdentifier keyOf(ResourceId id) {
    return cloud
        .servers()
        .get(id)
        .encryption()
        .key()
        .orElseThrow(() -> new TourFailed(SERVER + " has no customer-managed key"));
  }

  private Inspector.Storage storage(ResourceId id) {
    return inspector
        .look(id.toString())
        .orElseThrow(() -> new TourFailed(SERVER + " has no storage"));
  }

  private static Predicate<String> is(String wanted) {
    return text -> Objects.equals(text, wanted);
  }

  private static boolean isVersion(String text) {
    return text.matches("(?s)[0-9a-f]{4,}…[0-9a-f]+\\b.*"); // shortened in its middle
  }

  private static void require(boolean fact, String otherwise) {
    if (!fact) {
      throw new TourFailed(otherwise);
    }
  }

  private static String shorten(KeyIdentifier key) {
    return key.version().map(v -> v.substring(0, 4) + "…").orElse("newest");
  }
}
