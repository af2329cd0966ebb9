package dev.wrapkey.ui.vault;

import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.control.SidePane;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import javafx.scene.control.Button;

/** Slides in what an act on a key does, before it is done. */
final class ImpactPane {

  private ImpactPane() {}

  static void open(PaneHost host, ImpactViewModel viewModel) {
    Question question = viewModel.question();
    SidePane side = new SidePane();
    side.setTitle(ImpactWords.title(question));
    side.setSubtitle(Texts.text("impact.subtitle", question.store().name()));
    side.setBody(Views.load("impact", new ImpactView(viewModel)));
    side.addAction(
        "impact-do",
        Texts.text("impact.do." + question.acts().getFirst()),
        viewModel.readyProperty(),
        viewModel::confirm);
    Button keep = new Button(Texts.text("impact.keep"));
    keep.setId("impact-keep");
    keep.setOnAction(e -> side.close());
    side.getFooter().add(keep);
    side.setOnClosed(viewModel::leave);
    viewModel.look();
    host.show(side);
    if (!viewModel.isNameDemanded()) {
      keep.requestFocus(); // Enter keeps the key
    }
  }
}
