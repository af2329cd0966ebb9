package dev.wrapkey.ui.identity;

import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.form.FormPane;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;

/** Slides the form for a new identity in, over whatever is there. */
public final class NewIdentityPane {

  private NewIdentityPane() {}

  /** Opens the pane; it closes itself when the identity is there. */
  public static void open(PaneHost host, NewIdentityViewModel viewModel) {
    FormPane.open(
        host,
        Texts.text("identity.new.title"),
        Texts.text("identity.new.submit"),
        "new-identity-create",
        Views.load("newidentity", new NewIdentityView(viewModel)),
        viewModel);
  }
}
