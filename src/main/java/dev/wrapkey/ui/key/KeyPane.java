package dev.wrapkey.ui.key;

import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.control.SidePane;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;

/** Slides the choice of store, key and version in. */
public final class KeyPane {

  private KeyPane() {}

  /** Opens the pane; the stores are being listed already. */
  public static void open(PaneHost host, KeyViewModel viewModel) {
    SidePane side = new SidePane();
    side.setTitle(Texts.text("key.title"));
    side.setBody(Views.load("key", new KeyView(viewModel, side::close)));
    side.addAction(
        "key-finish", Texts.text("key.select"), viewModel.completeProperty(), viewModel::select);
    side.setOnClosed(viewModel::close);
    host.show(side);
  }
}
