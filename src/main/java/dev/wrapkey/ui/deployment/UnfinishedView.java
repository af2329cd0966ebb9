package dev.wrapkey.ui.deployment;

import dev.wrapkey.provisioning.Ledger;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.failure.Failures;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** One callout for each unfinished deployment. */
public final class UnfinishedView {

  private final UnfinishedViewModel viewModel;

  @FXML private VBox list;
  @FXML private Callout failure;

  public UnfinishedView(UnfinishedViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    viewModel.ledgers().addListener((InvalidationListener) o -> fill());
    viewModel.failureProperty().subscribe(why -> Failures.show(failure, why));
    fill();
  }

  private void fill() {
    list.getChildren().setAll(viewModel.ledgers().stream().map(this::callout).toList());
  }

  private Node callout(Ledger ledger) {
    Ledger.Entry entry = ledger.entry();
    Callout callout =
        new Callout(
            Callout.Kind.WARNING,
            Texts.text(
                "deployment.unfinished",
                entry.id().name(),
                Moments.moment(entry.started()),
                Texts.text("deployment.left.server." + entry.server(), entry.id().name())));
    if (entry.made().hasServer()) {
      callout
          .getActions()
          .addAll(
              link("deployment.unfinished.open", "unfinished-open", () -> viewModel.open(ledger)),
              link("deployment.remove", "unfinished-remove", () -> viewModel.remove(ledger)));
    }
    callout
        .getActions()
        .add(link("deployment.keep", "unfinished-keep", () -> viewModel.keep(ledger)));
    return callout;
  }

  private static Link link(String key, String id, Runnable action) {
    Link link = new Link(Texts.text(key));
    link.setId(id);
    link.setOnAction(e -> action.run());
    return link;
  }
}
