package dev.wrapkey.ui.key;

import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.form.FormPane;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;

/** Slides the form for a new key vault in, over whatever is there. */
public final class NewVaultPane {

  private NewVaultPane() {}

  /** Opens the pane; it closes itself when the vault can be reached. */
  public static void open(PaneHost host, NewVaultViewModel viewModel) {
    FormPane.open(
        host,
        Texts.text("key.newvault.title"),
        Texts.text("key.newvault.submit"),
        "new-vault-create",
        Views.load("newvault", new NewVaultView(viewModel)),
        viewModel);
  }
}
