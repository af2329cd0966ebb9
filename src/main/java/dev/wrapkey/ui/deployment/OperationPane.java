package dev.wrapkey.ui.deployment;

import dev.wrapkey.provisioning.Progress;
import dev.wrapkey.provisioning.Receipt;
import dev.wrapkey.ui.control.Identifier;
import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.control.SidePane;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.time.Duration;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** All there is to know of one operation, live: what it does, what has happened, its ids. */
final class OperationPane {

  private final StepRow row;
  private final VBox body = new VBox(10);
  private final ListChangeListener<Object> refill = change -> fill();

  private OperationPane(StepRow row) {
    this.row = row;
  }

  static void open(PaneHost host, StepRow row) {
    OperationPane pane = new OperationPane(row);
    SidePane side = new SidePane();
    side.setId("operation-pane");
    side.setTitle(Texts.text("deployment.operation"));
    side.setSubtitle(row.resource());
    side.setBody(pane.body);
    row.happenings().addListener(pane.refill);
    row.receipts().addListener(pane.refill);
    side.setOnClosed(pane::forget);
    pane.fill();
    host.show(side);
  }

  private void forget() {
    row.happenings().removeListener(refill);
    row.receipts().removeListener(refill);
  }

  private void fill() {
    Label what = new Label(Texts.text(row.words()));
    what.setWrapText(true);
    body.getChildren().setAll(what, new Identifier(row.type()));
    row.newsProperty()
        .get()
        .map(Progress.Event::elapsed)
        .map(OperationPane::took)
        .ifPresent(body.getChildren()::add);
    for (Receipt receipt : row.receipts()) {
      body.getChildren()
          .add(pair("deployment.correlation", new Identifier(receipt.correlationId())));
    }
    body.getChildren().add(head("deployment.operation.log"));
    body.getChildren().add(log());
  }

  private static Label took(Duration elapsed) {
    Label label =
        new Label(Texts.text("deployment.elapsed", elapsed.toMinutes(), elapsed.toSecondsPart()));
    label.getStyleClass().add("secondary");
    return label;
  }

  private Node log() {
    if (row.happenings().isEmpty()) {
      Label none =
          new Label(
              Texts.text(
                  row.isBefore() ? "deployment.operation.before" : "deployment.operation.none"));
      none.setWrapText(true);
      none.getStyleClass().add("secondary");
      return none;
    }
    GridPane log = new GridPane(12, 6);
    for (StepRow.Happening each : row.happenings()) {
      Label at = new Label(Moments.moment(each.at()));
      at.getStyleClass().add("secondary");
      StatusLabel state =
          new StatusLabel(
              quiet(StepTable.kindOf(each.event().state())),
              Texts.text("deployment.state." + each.event().state()));
      Label detail = new Label(each.event().detail());
      detail.setWrapText(true);
      log.addRow(log.getRowCount(), at, state, detail);
    }
    return log;
  }

  // What has happened does not spin.
  private static StatusLabel.Kind quiet(StatusLabel.Kind kind) {
    return Optional.of(kind).filter(k -> k != StatusLabel.Kind.BUSY).orElse(StatusLabel.Kind.NONE);
  }

  private static Node head(String key) {
    Label head = new Label(Texts.text(key));
    head.getStyleClass().add("section-head");
    return head;
  }

  private static Node pair(String key, Node value) {
    Label label = new Label(Texts.text(key));
    label.getStyleClass().add("secondary");
    return new HBox(8, label, value);
  }
}
