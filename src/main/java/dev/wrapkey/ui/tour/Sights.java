package dev.wrapkey.ui.tour;

import dev.wrapkey.ui.view.Texts;
import java.util.function.Predicate;

/**
 * The rest of the program: key health, key stores, the record, a server that lost its key, a guided
 * rotation, the practice cloud. From the list of servers and back to it.
 *
 * @param screen what is seen
 * @param hand clicks
 * @param camera takes the pictures
 */
record Sights(Screen screen, Hand hand, Camera camera) {

  private static final String VAULT = "kv-orders-eastus";
  private static final String SERVER = "orders-pg";
  private static final int ALL = 5;
  private static final String PLACE = "#";

  void visit() {
    readNews();
    health();
    vaults();
    rules();
    record();
    recovery();
    restore();
    rotation();
    many();
    practice();
  }

  private void home() {
    hand.click("crumb-0");
    screen.sees("the list of servers", SERVER);
  }

  /** News that was read lies on no picture. */
  private void readNews() {
    hand.click("notifications");
    screen.sees("the list of news", Texts.text("notification.dismiss.all"));
    hand.click("close-pane");
  }

  private void health() {
    hand.click("section-health");
    screen.await("the survey to end", () -> isHere("health-refresh") && isHere("health-export"));
    camera.take("key-health");
    home();
  }

  private void vaults() {
    hand.click("section-vaults");
    screen.sees("the vaults", VAULT);
    hand.clickText(VAULT);
    screen.sees("the keys", "orders-kek");
    hand.clickText("orders-kek");
    screen.sees("who uses the key", SERVER);
    camera.take("key-page");
    hand.click("crumb-1");
    hand.click("vaults-breaking");
    screen.sees("the page that asks", Texts.text("breaking.nothing"));
    hand.open("breaking-thing", contains(VAULT));
    hand.clickRow(VAULT, contains(VAULT));
    screen.seesIn("breaking-summary", SERVER);
    camera.take("before-you-break-it");
    home();
  }

  private void rules() {
    hand.click("section-rules");
    screen.sees("the rules", "CMK-1");
    camera.take("rules");
    home();
  }

  private void record() {
    hand.click("section-record");
    screen.sees("the record", upToTheNumber("record.sound"));
    hand.clickText(Texts.text("record.act.Servers.changeKey"));
    screen.sees("the chosen change", Texts.text("record.fact.correlation"));
    camera.take("record");
    home();
  }

  private void recovery() {
    hand.clickText("payroll-pg");
    hand.click("server-recover");
    screen.sees("the way back", Texts.text("recovery.do.EXTEND"));
    camera.take("recovery");
    hand.click("menu-alerts");
    hand.write("alert-email", "dba@example.com");
    screen.sees("the commands", "az monitor");
    camera.take("alerts");
    home();
  }

  private void restore() {
    hand.clickText(SERVER);
    hand.click("restore-server");
    screen.sees("the restore points", Texts.text("copy.earliest"));
    camera.take("restore");
    hand.click("close-wizard");
    screen.sees("the server again", Texts.text("server.state", "Ready"));
  }

  private void rotation() {
    hand.click("menu-encryption");
    hand.click("guided-rotation");
    hand.click("rotation-start");
    screen.sees("the end of the rotation", Texts.text("rotation.standing.SUCCEEDED"));
    screen.await("the gate", () -> isHere("gate-look"));
    readNews();
    camera.take("rotation");
    home();
  }

  private void many() {
    hand.click("rotate-many");
    screen.sees("the servers to choose from", chosen(0));
    hand.click("waves-all");
    screen.sees("the choice", chosen(ALL));
    camera.take("rotate-many");
    home();
  }

  private void practice() {
    hand.click("manage-practice");
    screen.sees("what is due", Texts.text("practice.kind.look"));
    camera.take("practice-cloud");
    hand.click("open-rehearsals");
    screen.sees("the rehearsals", Texts.text("rehearsal.key-disabled.title"));
    camera.take("rehearsals");
    home();
  }

  private boolean isHere(String id) {
    return screen.find(id).isPresent();
  }

  private static String upToTheNumber(String key) {
    return Texts.text(key, PLACE).split(PLACE, 2)[0];
  }

  private static String chosen(int servers) {
    return Texts.text("waves.number.chosen", servers, ALL, PLACE).split(PLACE, 2)[0];
  }

  private static Predicate<String> contains(String words) {
    return text -> text.contains(words);
  }
}
