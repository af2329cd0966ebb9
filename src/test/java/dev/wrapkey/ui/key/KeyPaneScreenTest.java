package dev.wrapkey.ui.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.KeyStores;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.PaneDesk;
import dev.wrapkey.ui.Person;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.task.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import javafx.scene.control.ComboBox;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@OnScreen
class KeyPaneScreenTest {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  private final PaneDesk desk = new PaneDesk();
  private final List<KeyIdentifier> picked = new CopyOnWriteArrayList<>();
  private final List<String> typed = new CopyOnWriteArrayList<>();
  private final List<KeyIdentifier> opened = new CopyOnWriteArrayList<>();
  private Stage stage;
  private Person person;

  @Start
  void start(Stage newStage) {
    stage = newStage;
    desk.open(stage);
  }

  @BeforeEach
  void look(FxRobot robot) {
    person = new Person(robot, stage);
  }

  @AfterEach
  void nothingUnexpected() {
    assertThat(desk.bugs()).isEmpty();
  }

  private Exits exits() {
    return new Exits() {
      @Override
      public void picked(KeyIdentifier key) {
        picked.add(key);
      }

      @Override
      public void type(String beginning) {
        typed.add(beginning);
      }

      @Override
      public Optional<BiConsumer<KeyStore, KeyIdentifier>> pages() {
        return Optional.of((store, key) -> opened.add(key));
      }
    };
  }

  private void open(Cloud cloud, Tasks tasks, String region, boolean automatic) {
    Scope scope = PRACTICE.scope(region);
    Person.act(
        () ->
            KeyPane.open(
                desk.host(),
                new KeyViewModel(cloud, tasks, PRACTICE.time(), scope, automatic, exits())));
  }

  private void open() {
    open(PRACTICE.cloud(), desk.tasks(), "eastus", false);
  }

  private void show(String box) {
    Person.act(() -> ((ComboBox<?>) person.node(box).orElseThrow()).show());
  }

  private void hide(String box) {
    Person.act(() -> ((ComboBox<?>) person.node(box).orElseThrow()).hide());
  }

  @Test
  void aSlowListSaysHowFarItIsAndCanBeStopped() {
    List<Runnable> waiting = new ArrayList<>();
    open(PRACTICE.cloud(), desk.tasks(waiting::add), "eastus", false);
    person.sees("0 read so far");
    person.picture("key-loading");
    person.clickText("Stop");
    person.await("no more waiting", () -> !person.reads("read so far"));
  }

  @Test
  void CMK_3_CMK_6_whatIsLeftOutIsToldWithItsReason() {
    open();
    person.click("left-out");
    person.sees("Purge protection is off; it can be turned on");
    person.picture("key-left-out");
  }

  @Test
  void CMK_3_aRegionWithoutVaultsSaysSoAndWhy() {
    open(PRACTICE.cloud(), desk.tasks(), "japaneast", false);
    person.await("the reasons", () -> person.usable("left-out").isPresent());
    show("key-store");
    person.sees("No store here can be used.");
    person.picture("key-none");
  }

  @Test
  void CMK_13_CMK_15_CMK_16_CMK_17_keysThatCannotServeAreGreyWithTheirReason() {
    open();
    person.pick("key-store", "kv-orders-eastus");
    person.await("keys", () -> person.usable("key").isPresent());
    show("key");
    person.sees("EC: must be RSA 2048, 3072 or 4096");
    person.sees("disabled");
    person.sees("expired Jan 31, 2026");
    person.sees("not active before");
    person.sees("RSA 3072");
    person.picture("key-refused");
    hide("key");
    person.pick("key", "orders-kek");
    person.sees("RSA 2048");
    show("key-version");
    person.sees("newest");
    person.picture("key-versions");
    hide("key-version");
    person.picture("key-chosen");
    Person.act(() -> person.node("chosen-key").orElseThrow().lookup(".copy-button").requestFocus());
    person.type(KeyCode.SPACE);
    assertThat(clipboard()).isEqualTo(PRACTICE.newest("kv-orders-eastus", "orders-kek").toString());
    person.click("open-key-page");
    assertThat(opened)
        .containsExactly(PRACTICE.newest("kv-orders-eastus", "orders-kek").versionless());
    assertThat(person.node("key-store")).isEmpty();
  }

  private static String clipboard() {
    List<String> text = new ArrayList<>();
    Person.act(() -> text.add(Clipboard.getSystemClipboard().getString()));
    return text.getFirst();
  }

  @Test
  void aVaultBehindAFirewallTellsThePortalsSentenceAndLetsTypeInstead() {
    open();
    person.pick("key-store", "kv-sealed-eastus");
    person.sees("You have enabled the network access control.");
    person.picture("key-firewall");
    person.click("type-instead");
    assertThat(typed).containsExactly("https://kv-sealed-eastus.vault.azure.net/keys/");
    assertThat(person.node("key-store")).isEmpty();
  }

  @Test
  void aVaultWhoseKeysWeMayNotSeeIsOpenedByAGrant() {
    open();
    person.pick("key-store", "kv-hidden-eastus");
    person.sees("You are unauthorized to view these contents.");
    person.await("the offer", () -> person.usable("key-access-grant").isPresent());
    person.picture("key-denied");
    person.click("key-access-grant");
    person.pick("key", "hidden-kek");
    person.await("a version", () -> person.usable("key-finish").isPresent());
    person.click("key-finish");
    assertThat(picked).singleElement().extracting(KeyIdentifier::key).isEqualTo("hidden-kek");
  }

  @Test
  void aKeyWhoseFactsMayNotBeReadSaysSoAndStaysChoosable() {
    KeyStores silent =
        PaneDesk.swayed(
            KeyStores.class,
            PRACTICE.cloud().keyStores(),
            (method, arguments, call) -> {
              if (method.getName().equals("get")) {
                throw new CloudFailure(
                    CloudFailure.Kind.FORBIDDEN, "ForbiddenByRbac", "Not authorized to get.", "");
              }
              return call.go();
            });
    Cloud cloud =
        PaneDesk.swayed(
            Cloud.class,
            PRACTICE.cloud(),
            (method, arguments, call) -> method.getName().equals("keyStores") ? silent : call.go());
    open(cloud, desk.tasks(), "eastus", true);
    person.pick("key-store", "kv-orders-eastus");
    show("key");
    person.sees("type and size cannot be read");
    person.picture("key-facts-hidden");
    hide("key");
    person.pick("key", "signing-ec");
    person.sees("the service checks them. Not authorized to get.");
    person.click("key-finish");
    assertThat(picked).singleElement().extracting(KeyIdentifier::key).isEqualTo("signing-ec");
  }

  @Test
  void CMK_11_aManagedHsmIsListedAndNotMadeHere() {
    open();
    person.click("type-hsm");
    person.sees("A managed HSM is not created here");
    person.pick("key-store", "hsm-orders-eastus");
    person.pick("key", "orders-hsm-kek");
    person.sees("RSA-HSM");
    person.picture("key-hsm");
  }

  @Test
  void CMK_41_aNewVersionIsMadeAfterAWarningAndIsTheOneThatIsChosen() throws Exception {
    KeyIdentifier before = PRACTICE.newest("kv-orders-eastus", "ledger-kek");
    PRACTICE.time().pause(Duration.ofMinutes(5));
    open();
    person.pick("key-store", "kv-orders-eastus");
    person.pick("key", "ledger-kek");
    person.click("new-version-link");
    person.sees("This makes a new version of ledger-kek now.");
    assertThat(person.usable("key-finish")).isEmpty();
    person.picture("key-new-version");
    person.click("new-version-submit");
    person.await("the new version", () -> person.usable("key-finish").isPresent());
    person.picture("key-new-version-made");
    person.click("key-finish");
    assertThat(picked)
        .containsExactly(PRACTICE.newest("kv-orders-eastus", "ledger-kek"))
        .doesNotContain(before);
  }

  @Test
  void CMK_5_CMK_6_CMK_7_CMK_12_aNewVaultHasEverythingSetAndIsChosenWhenItIsThere() {
    open();
    person.click("new-vault-link");
    person.sees("Create a key vault");
    person.picture("new-vault");
    person.click("new-vault-create");
    person.sees("The value must not be empty.");
    person.write("new-vault-name", "kv--bad");
    person.write("new-vault-days", "91");
    person.sees("Enter a number from 7 to 90.");
    person.picture("new-vault-problems");
    person.write("new-vault-name", "kv-orders-eastus");
    person.sees("already in use");
    person.picture("new-vault-taken");
    person.pick("new-vault-group", "rg-security");
    person.write("new-vault-name", "kv-screen-eastus");
    person.write("new-vault-days", "90");
    person.click("new-vault-create");
    person.await("the form to close", () -> person.node("new-vault-name").isEmpty());
    KeyStore made = PRACTICE.store("kv-screen-eastus");
    assertThat(made.protection()).isEqualTo(new KeyStore.Protection(true, true, 90));
    assertThat(made.rbac()).isTrue();
    person.await("its keys", () -> person.usable("key").isPresent());
    show("key");
    person.sees("This store has no keys.");
    person.picture("key-empty");
    hide("key");
    person.click("new-key-link");
    person.write("new-key-name", "first-kek");
    person.picture("new-key");
    person.click("new-key-submit");
    person.await("the key", () -> person.usable("key-finish").isPresent());
    person.sees("RSA 4096");
    person.picture("new-vault-and-key");
    person.click("key-finish");
    assertThat(picked).containsExactly(PRACTICE.newest("kv-screen-eastus", "first-kek"));
  }

  @Test
  void CMK_6_aVaultWithoutPurgeProtectionIsWarnedOfAndLeftOut() {
    open();
    person.click("new-vault-link");
    person.pick("new-vault-group", "rg-security");
    person.write("new-vault-name", "kv-loose-eastus");
    person.click("new-vault-purge");
    person.sees("Without purge protection the vault cannot be used for a server.");
    person.click("new-vault-none");
    person.sees("to make one you need a private endpoint first");
    person.picture("new-vault-choices");
    person.click("new-vault-create");
    person.await("the form to close", () -> person.node("new-vault-name").isEmpty());
    person.click("left-out");
    person.sees("kv-loose-eastus");
  }
}
