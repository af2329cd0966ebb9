package dev.wrapkey.ui.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStores;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.PaneDesk;
import dev.wrapkey.ui.Person;
import dev.wrapkey.ui.Practice;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.framework.junit5.Start;

@OnScreen
class KeyPaneScreenTest extends KeyPaneScreen {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  @Start
  void start(Stage stage) {
    begin(stage);
  }

  @Override
  Practice practice() {
    return PRACTICE;
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
    person.click("hsm-steps");
    person.sees("az keyvault security-domain download");
    person.picture("key-hsm-steps");
  }
}
