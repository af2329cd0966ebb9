package dev.wrapkey.ui.notification;

import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.SidePane;
import dev.wrapkey.ui.view.Texts;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The list behind the bell, in a pane at the right. */
public final class NotificationPane {

  private final Notifications notifications;
  private final SidePane side = new SidePane();
  private final VBox cards = new VBox();
  private final Label none = new Label(Texts.text("notification.none"));
  private final Link dismissAll = new Link(Texts.text("notification.dismiss.all"));
  private final ListChangeListener<Notification> refill = change -> fill();

  private NotificationPane(Notifications notifications) {
    this.notifications = notifications;
    dismissAll.setId("dismiss-all");
    dismissAll.setOnAction(e -> notifications.dismissAll());
    none.setWrapText(true);
    none.getStyleClass().add("secondary");
    cards.getStyleClass().add("notification-list");
    HBox top = new HBox(dismissAll);
    top.setAlignment(Pos.CENTER_RIGHT);
    side.setId("notification-pane");
    side.setTitle(Texts.text("notification.title"));
    side.setBody(new VBox(8, top, none, cards));
    side.setOnClosed(this::forget);
    notifications.items().addListener(refill);
    fill();
  }

  /** Slides the list in; what is in it counts as seen. */
  public static void open(PaneHost host, Notifications notifications) {
    host.show(new NotificationPane(notifications).side);
    notifications.seen();
  }

  private void fill() {
    forgetCards();
    List<NotificationCard> all = notifications.items().stream().map(this::card).toList();
    cards.getChildren().setAll(all);
    Shown.now(none, all.isEmpty());
    dismissAll.setDisable(notifications.items().stream().allMatch(Notification::isRunning));
    notifications.seen();
  }

  private NotificationCard card(Notification notification) {
    return new NotificationCard(
        notification,
        side::close,
        () -> {
          notifications.dismiss(notification);
          side.requestFocus();
        });
  }

  private void forget() {
    notifications.items().removeListener(refill);
    notifications.seen();
    forgetCards();
  }

  private void forgetCards() {
    cards.getChildren().forEach(card -> ((NotificationCard) card).forget());
  }
}
