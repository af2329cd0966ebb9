package dev.wrapkey.ui.notification;

import dev.wrapkey.ui.control.Icon;
import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.view.Texts;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The button in the top bar: how much news there is, and the way to it. */
public final class Bell extends Button {

  private static final int MOST = 99;

  private final Notifications notifications;
  private final Label count = new Label();

  /**
   * @param host where the list slides in
   */
  public Bell(Notifications notifications, Supplier<@Nullable PaneHost> host) {
    this.notifications = notifications;
    setId("notifications");
    getStyleClass().setAll("icon-button", "bell");
    count.getStyleClass().add("bell-count");
    HBox sign = new HBox(new Icon("bell"), count);
    sign.getStyleClass().add("bell-sign");
    setGraphic(sign);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setTooltip(new Tooltip(Texts.text("notification.title")));
    setOnAction(
        e -> {
          PaneHost here = host.get();
          if (here != null) {
            NotificationPane.open(here, notifications);
          }
        });
    notifications.unseenProperty().subscribe(this::show);
    notifications.runningProperty().subscribe(this::show);
    show();
  }

  private void show() {
    int unseen = notifications.unseenProperty().get();
    count.setText(unseen > MOST ? MOST + "+" : String.valueOf(unseen));
    Shown.now(count, unseen > 0);
    setAccessibleText(
        Texts.text("notification.bell", unseen, notifications.runningProperty().get()));
  }
}
