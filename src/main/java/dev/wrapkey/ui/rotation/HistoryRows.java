package dev.wrapkey.ui.rotation;

import dev.wrapkey.rotation.RotationLedger;
import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The other rotations of a server, each a way to look at it again. */
final class HistoryRows {

  private HistoryRows() {}

  static void show(Node head, VBox rows, RotationViewModel viewModel) {
    List<RotationCase> others =
        viewModel.historyProperty().get().stream()
            .filter(one -> viewModel.shownProperty().get().filter(one::equals).isEmpty())
            .toList();
    Shown.now(head, !others.isEmpty());
    Shown.now(rows, !others.isEmpty());
    rows.getChildren().setAll(others.stream().map(one -> row(one, viewModel)).toList());
  }

  private static Node row(RotationCase one, RotationViewModel viewModel) {
    RotationLedger.Entry entry = one.entryProperty().get();
    Link link = new Link(Moments.moment(entry.begun()));
    link.setId("history-" + entry.id());
    link.setAccessibleText(Texts.text("rotation.history.open", link.getText()));
    link.setOnAction(e -> viewModel.show(one));
    Label what = new Label(Texts.text("rotation.phase." + entry.phase()));
    HBox row = new HBox(12, link, what);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
