package dev.wrapkey.ui.tour;

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
    screen.sees("the list of news", "Dismiss all");
    hand.click("close-pane");
  }

  private void health() {
    hand.click("section-health");
    screen.sees("the survey to end", "shown, as of");
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
    screen.sees("the page that asks", "Choose a thing and an act");
    hand.open("breaking-thing", contains(VAULT));
    hand.clickRow(VAULT, contains(VAULT));
    screen.sees("what breaks", "dark: " + SERVER);
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
    screen.sees("the record", "The record is as Wrapkey wrote it");
    hand.clickText("Change data encryption");
    screen.sees("the chosen change", "Correlation id");
    camera.take("record");
    home();
  }

  private void recovery() {
    hand.clickText("payroll-pg");
    hand.click("server-recover");
    screen.sees("the way back", "Extend the expiry");
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
    screen.sees("the restore points", "Earliest restore point");
    camera.take("restore");
    hand.click("close-wizard");
    screen.sees("the server again", "Status: Ready");
  }

  private void rotation() {
    hand.click("menu-encryption");
    hand.click("guided-rotation");
    hand.click("rotation-start");
    screen.sees("the end of the rotation", "One thing is left");
    screen.await("the gate", () -> screen.find("gate-look").isPresent());
    readNews();
    camera.take("rotation");
    home();
  }

  private void many() {
    hand.click("rotate-many");
    screen.sees("the servers to choose from", "0 of 5 selected");
    hand.click("waves-all");
    screen.sees("the choice", "5 of 5 selected");
    camera.take("rotate-many");
    home();
  }

  private void practice() {
    hand.click("manage-practice");
    screen.sees("what is due", "Look at a key");
    camera.take("practice-cloud");
    hand.click("open-rehearsals");
    screen.sees("the rehearsals", "Key disabled by mistake");
    camera.take("rehearsals");
    home();
  }

  private static Predicate<String> contains(String words) {
    return text -> text.contains(words);
  }
}
