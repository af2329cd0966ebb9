package dev.wrapkey.ui.identity;

import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.control.SidePane;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;

/** Slides the list of identities in. */
public final class IdentityPane {

  private IdentityPane() {}

  /** Opens the pane and starts listing. */
  public static void open(PaneHost host, IdentityViewModel viewModel) {
    SidePane side = new SidePane();
    side.setTitle(Texts.text("identity.title"));
    side.setBody(Views.load("identity", new IdentityView(viewModel, side::close)));
    side.addAction(
        "identity-finish",
        Texts.text("identity.add"),
        viewModel.readyProperty(),
        viewModel::finish);
    side.setOnClosed(viewModel::close);
    host.show(side);
    viewModel.load();
  }
}
