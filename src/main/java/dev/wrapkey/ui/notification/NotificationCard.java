package dev.wrapkey.ui.notification;

import dev.wrapkey.ui.control.Icon;
import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.control.Motion;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** One notification: its state, what it says, where it leads, and a way to be rid of it. */
final class NotificationCard extends VBox {

  private final StatusLabel title = new StatusLabel();
  private final Label text = new Label();
  private final Label at = new Label();
  private final ProgressBar bar = new ProgressBar();
  private final Button dismiss = new Button();
  private final Subscription watching;
  private boolean still;

  /**
   * @param opened told when the link was followed
   * @param dismissed what the button at the right does
   */
  NotificationCard(Notification notification, Runnable opened, Runnable dismissed) {
    getStyleClass().add("notification");
    setAccessibleRole(AccessibleRole.TEXT);
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    title.getStyleClass().add("strong");
    at.getStyleClass().add("secondary");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(Texts.text("notification.running"));
    Motion.follow(this, this::hold);
    Link link = new Link(notification.way().words());
    link.setId("notification-open");
    link.setOnAction(
        e -> {
          opened.run();
          notification.way().open().run();
        });
    dressDismiss(dismissed);
    getChildren().setAll(head(), text, bar, foot(link));
    watching = notification.newsProperty().subscribe(this::show);
  }

  private HBox head() {
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox head = new HBox(title, dismiss);
    head.setAlignment(Pos.TOP_LEFT);
    return head;
  }

  private HBox foot(Link link) {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox foot = new HBox(link, gap, at);
    foot.setAlignment(Pos.BASELINE_LEFT);
    return foot;
  }

  private void dressDismiss(Runnable dismissed) {
    dismiss.getStyleClass().setAll("icon-button", "notification-dismiss");
    dismiss.setGraphic(new Icon("close", 14));
    dismiss.setTooltip(new Tooltip(Texts.text("notification.dismiss")));
    dismiss.setOnAction(e -> dismissed.run());
  }

  // The bar only says that something goes on, which the title's sign does too.
  private void hold(boolean newStill) {
    still = newStill;
    Shown.now(bar, title.getKind() == StatusLabel.Kind.BUSY && !still);
  }

  private void show(Notification.News news) {
    boolean running = news.state() == Notification.State.RUNNING;
    title.setKind(kind(news.state()));
    title.setText(news.title());
    text.setText(news.text());
    at.setText(Moments.moment(news.at()));
    Shown.now(bar, running && !still);
    Shown.now(dismiss, !running);
    dismiss.setAccessibleText(Texts.text("notification.dismiss.what", news.title()));
    setAccessibleText(said(news));
  }

  /** What a screen reader says of it. */
  static String said(Notification.News news) {
    return Texts.text(
        "notification.said",
        Texts.text("notification.state." + news.state()),
        news.title(),
        news.text());
  }

  private static StatusLabel.Kind kind(Notification.State state) {
    return switch (state) {
      case RUNNING -> StatusLabel.Kind.BUSY;
      case SUCCEEDED -> StatusLabel.Kind.OK;
      case FAILED -> StatusLabel.Kind.ERROR;
      case WARNING -> StatusLabel.Kind.WARNING;
    };
  }

  /** To be called when it is shown no more. */
  void forget() {
    watching.unsubscribe();
  }
}
