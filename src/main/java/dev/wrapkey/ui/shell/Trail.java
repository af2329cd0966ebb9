package dev.wrapkey.ui.shell;

import dev.wrapkey.ui.control.Icon;
import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.navigation.Page;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The breadcrumb: a link to every page below the present one. */
public final class Trail extends HBox {

  public Trail() {
    getStyleClass().add("breadcrumb");
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  void show(PageStack stack) {
    List<Page> pages = stack.pages();
    getChildren().clear();
    setVisible(pages.size() > 1);
    for (int i = 0; i < pages.size() - 1; i++) {
      int place = i;
      Link link = new Link(pages.get(i).crumb());
      link.setId("crumb-" + i);
      link.setOnAction(e -> stack.backTo(place));
      getChildren().addAll(link, new Icon("chevron-right", 10));
    }
    if (!pages.isEmpty()) {
      Label present = new Label(pages.getLast().crumb());
      present.getStyleClass().add("secondary");
      getChildren().add(present);
    }
  }
}
