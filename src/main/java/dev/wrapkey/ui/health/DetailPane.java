package dev.wrapkey.ui.health;

import dev.wrapkey.health.Gap;
import dev.wrapkey.health.HealthLine;
import dev.wrapkey.health.KeyHealth;
import dev.wrapkey.health.Urgency;
import dev.wrapkey.health.Way;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.ui.control.CommandBox;
import dev.wrapkey.ui.control.Identifier;
import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.control.SidePane;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.table.Said;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Slides in what is known of a key, what is wrong with it, and the ways to mend that. */
final class DetailPane {

  private final Detail detail;
  private final SidePane side = new SidePane();
  private final VBox body = new VBox(12);

  private DetailPane(Detail detail) {
    this.detail = detail;
  }

  static void open(PaneHost host, Detail detail) {
    DetailPane pane = new DetailPane(detail);
    pane.fill();
    host.show(pane.side);
  }

  private void fill() {
    HealthLine line = detail.line();
    String use = HealthWords.purpose(line);
    side.setTitle(line.server().name() + (use.isEmpty() ? "" : " · " + use));
    side.setSubtitle(
        Texts.text(
            "health.pane.where",
            line.health().subscription().name(),
            line.server().id().resourceGroup(),
            line.health().region()));
    body.setId("health-detail");
    if (line.gaps().isEmpty()) {
      body.getChildren()
          .add(new StatusLabel(StatusLabel.Kind.OK, Texts.text("health.pane.nothing")));
    }
    int urgent = (int) line.gaps().stream().filter(DetailPane::isUrgent).count();
    cards(0, urgent);
    body.getChildren().add(facts(line));
    if (urgent < line.gaps().size()) {
      Label head = new Label(Texts.text("health.pane.advice"));
      head.getStyleClass().add("strong");
      body.getChildren().add(head);
    }
    cards(urgent, line.gaps().size());
    side.setBody(body);
    Button server = new Button(Texts.text("health.way.ENCRYPTION"));
    server.setId("health-open");
    server.setOnAction(e -> leave(detail::openServer));
    side.getFooter().add(server);
  }

  private static boolean isUrgent(Gap gap) {
    return gap.urgency() != Urgency.ADVICE;
  }

  private void cards(int from, int to) {
    for (int i = from; i < to; i++) {
      body.getChildren().add(card(detail.line().gaps().get(i), i));
    }
  }

  private void leave(Runnable way) {
    side.close();
    way.run();
  }

  private Node card(Gap gap, int number) {
    StatusLabel urgency =
        new StatusLabel(
            HealthWords.kind(gap.urgency()), Texts.text("health.urgency." + gap.urgency()));
    urgency.setMinWidth(Region.USE_PREF_SIZE);
    Link rule = new Link(gap.rule());
    rule.setId("health-rule-" + number);
    rule.setAccessibleText(Texts.text("health.pane.rule", gap.rule()));
    rule.setOnAction(e -> leave(() -> detail.openRule(gap)));
    HBox head = new HBox(12, urgency, rule);
    head.setAlignment(Pos.CENTER_LEFT);
    gap.breaks()
        .ifPresent(
            when -> {
              Label breaks = new Label(Texts.text("health.pane.breaks", Moments.moment(when)));
              breaks.getStyleClass().add("secondary");
              head.getChildren().add(breaks);
            });
    VBox card = new VBox(6, head, text(gap.message()));
    gap.remedy().ifPresent(remedy -> card.getChildren().add(new CommandBox(remedy.command())));
    HBox ways = new HBox(16);
    for (Way way : detail.ways(gap)) {
      Link link = new Link(Texts.text("health.way." + way));
      link.setId("health-" + way.name().toLowerCase(Locale.ROOT) + "-" + number);
      link.setOnAction(e -> leave(() -> detail.go(gap, way)));
      ways.getChildren().add(link);
    }
    card.getChildren().add(ways);
    card.getStyleClass().add("card");
    return card;
  }

  private static Label text(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("body-text");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private Node facts(HealthLine line) {
    GridPane grid = new GridPane(16, 6);
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(150);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().setAll(names, values);
    fact(grid, "mode", HealthWords.mode(line));
    fact(grid, "state", line.server().state());
    line.key().ifPresent(key -> key(grid, line, key));
    line.key().flatMap(KeyHealth::store).ifPresent(store -> store(grid, store));
    line.health().needs().forEach(need -> identifier(grid, "needs", need.key().toString()));
    return grid;
  }

  private void key(GridPane grid, HealthLine line, KeyHealth key) {
    identifier(grid, "key", key.key().toString());
    key.standing()
        .inUse()
        .ifPresent(version -> identifier(grid, "version", version.id().version().orElse("")));
    key.standing()
        .newest()
        .ifPresent(version -> identifier(grid, "newest", version.id().version().orElse("")));
    fact(grid, "status", HealthWords.status(line).text());
    Said expires = new HealthWords(detail.now()).expires(line);
    fact(
        grid,
        "expires",
        key.expires().isEmpty()
            ? expires.text()
            : Texts.text("health.pane.expires", expires.whole(), expires.text()));
    fact(grid, "auto", HealthWords.auto(line));
    fact(grid, "rotated", HealthWords.rotated(line).whole());
    key.policy().ifPresent(policy -> fact(grid, "policy", HealthWords.policy(policy)));
    key.identity().map(ResourceId::name).ifPresent(name -> fact(grid, "identity", name));
  }

  private static void store(GridPane grid, KeyStore store) {
    fact(grid, "store", store.name());
    fact(grid, "softdelete", HealthWords.softDelete(store));
    fact(grid, "purge", HealthWords.purge(store));
    fact(grid, "retention", HealthWords.retention(store));
    fact(grid, "network", HealthWords.network(store));
    fact(grid, "authorization", HealthWords.authorization(store));
  }

  private static void fact(GridPane grid, String name, String value) {
    if (!value.isEmpty()) {
      row(grid, name, text(value));
    }
  }

  private static void identifier(GridPane grid, String name, String value) {
    row(grid, name, new Identifier(value));
  }

  private static void row(GridPane grid, String name, Node value) {
    Label label = new Label(Texts.text("health.column." + name));
    label.getStyleClass().add("secondary");
    grid.addRow(grid.getRowCount(), label, value);
  }
}
