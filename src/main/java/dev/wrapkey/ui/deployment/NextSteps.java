package dev.wrapkey.ui.deployment;

import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.view.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What to read or do once a server is there (portal specification 4.4). */
final class NextSteps {

  private static final String DOCS = "https://learn.microsoft.com/azure/postgresql/";

  // Addresses as of January 2026; the site redirects older ones.
  private static final List<Document> DOCUMENTS =
      List.of(
          new Document("manage", "configure-maintain/how-to-manage-server-portal"),
          new Document(
              "firewall",
              "network/how-to-networking-servers-deployed-public-access-add-firewall-rules"),
          new Document("private", "network/concepts-networking-private"),
          new Document("alerts", "monitor/how-to-alert-on-metrics"));

  private record Document(String name, String path) {

    String address() {
      return DOCS + path;
    }
  }

  private NextSteps() {}

  static void fill(VBox list, Runnable encryption, Consumer<String> read) {
    Link own = new Link(Texts.text("deployment.next.encryption"));
    own.setId("next-encryption");
    own.setOnAction(e -> encryption.run());
    list.getChildren().setAll(line(own));
    for (Document document : DOCUMENTS) {
      Link link = new Link(Texts.text("deployment.next." + document.name()));
      link.setId("next-" + document.name());
      link.setExternal(true);
      link.setTooltip(new Tooltip(document.address()));
      link.setOnAction(e -> read.accept(document.address()));
      list.getChildren().add(line(link));
    }
  }

  private static Node line(Link link) {
    Label recommended = new Label(Texts.text("deployment.next.recommended"));
    recommended.getStyleClass().add("secondary");
    HBox line = new HBox(10, link, recommended);
    line.setAlignment(Pos.BASELINE_LEFT);
    return line;
  }
}
