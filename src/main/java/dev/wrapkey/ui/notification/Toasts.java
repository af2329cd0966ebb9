package dev.wrapkey.ui.notification;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * News at the right upper corner for a few seconds, longer while the pointer rests on it. It comes
 * and goes without movement and never takes the focus.
 */
public final class Toasts extends VBox {

  private static final Duration STAY = Duration.seconds(6);
  private static final int MOST = 3;
  private static final double WIDTH = 360;

  private final Map<Notification, NotificationCard> shown = new LinkedHashMap<>();
  private final Map<Notification, PauseTransition> clocks = new HashMap<>();

  public Toasts(Notifications notifications) {
    getStyleClass().add("toasts");
    setAlignment(Pos.TOP_RIGHT);
    setPickOnBounds(false);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    notifications.onNews(this::show);
    notifications
        .unseenProperty()
        .subscribe(
            unseen -> {
              if (unseen.intValue() == 0) { // it is all read in the list
                List.copyOf(shown.keySet()).forEach(this::hide);
              }
            });
  }

  private void show(Notification notification) {
    hide(notification);
    NotificationCard card =
        new NotificationCard(notification, () -> hide(notification), () -> hide(notification));
    card.getStyleClass().add("toast");
    card.setPrefWidth(WIDTH);
    card.setMaxWidth(WIDTH);
    PauseTransition clock = new PauseTransition(STAY);
    clock.setOnFinished(e -> hide(notification));
    card.setOnMouseEntered(e -> clock.stop());
    card.setOnMouseExited(e -> clock.playFromStart());
    shown.put(notification, card);
    clocks.put(notification, clock);
    getChildren().addFirst(card);
    List.copyOf(shown.keySet()).stream()
        .limit(Math.max(0, shown.size() - MOST))
        .forEach(this::hide);
    clock.play();
    announce(notification);
  }

  // A reader that follows this node hears of it; the focus stays where the person works.
  private void announce(Notification notification) {
    setAccessibleText(NotificationCard.said(notification.newsProperty().get()));
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }

  private void hide(Notification notification) {
    NotificationCard card = shown.remove(notification);
    PauseTransition clock = clocks.remove(notification);
    if (clock != null) {
      clock.stop();
    }
    if (card != null) {
      card.forget();
      getChildren().remove(card);
    }
  }
}
