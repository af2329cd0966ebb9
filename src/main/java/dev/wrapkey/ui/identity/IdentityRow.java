package dev.wrapkey.ui.identity;

import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.rules.RegionNames;
import dev.wrapkey.ui.control.Icon;
import dev.wrapkey.ui.view.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One identity in a list: icon, name, and where it is. */
final class IdentityRow {

  private IdentityRow() {}

  static Node of(ManagedIdentity identity) {
    Label name = new Label(identity.name());
    name.getStyleClass().add("strong");
    Label place =
        new Label(
            Texts.text(
                "identity.row",
                identity.id().resourceGroup(),
                RegionNames.display(identity.region())));
    place.getStyleClass().add("secondary");
    VBox words = new VBox(name, place);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox row = new HBox(12, new Icon("identity"), words);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
