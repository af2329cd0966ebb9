package dev.wrapkey.ui.deployment;

import dev.wrapkey.provisioning.Ledger;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** One callout for each unfinished deployment. */
public final class UnfinishedView {

  private final UnfinishedViewModel viewModel;

  @FXML private VBox list;

  public UnfinishedView(UnfinishedViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    viewModel.deployments().addListener((ListChangeListener<Deployment>) change -> fill());
    fill();
  }

  private void fill() {
    list.getChildren().setAll(viewModel.deployments().stream().map(this::callout).toList());
  }

  private Node callout(Deployment deployment) {
    Ledger.Entry entry = deployment.entry();
    Callout callout =
        new Callout(
            Callout.Kind.WARNING,
            Texts.text(
                "deployment.unfinished",
                entry.id().name(),
                Moments.moment(entry.started()),
                Texts.text("deployment.left.server." + entry.server(), entry.id().name())));
    callout
        .getActions()
        .addAll(
            link("deployment.news.open", "unfinished-open", () -> viewModel.open(deployment)),
            link("deployment.keep", "unfinished-keep", () -> viewModel.keep(deployment)));
    return callout;
  }

  private static Link link(String key, String id, Runnable action) {
    Link link = new Link(Texts.text(key));
    link.setId(id);
    link.setOnAction(e -> action.run());
    return link;
  }
}
