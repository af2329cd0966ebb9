package dev.wrapkey.ui.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.time.VirtualTime;
import dev.wrapkey.ui.notification.Notification.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotificationsTest {

  private final VirtualTime time = VirtualTime.standingAt(Instant.parse("2026-03-01T12:00:00Z"));
  private final Notifications notifications = new Notifications(time);
  private final List<String> toasts = new ArrayList<>();

  NotificationsTest() {
    notifications.onNews(told -> toasts.add(told.newsProperty().get().title()));
  }

  private Notification begin(String title) {
    return notifications.begin(title, "", new Notification.Way("Open", () -> {}));
  }

  @Test
  void newsIsToldByToastAndCountedUntilSomebodyLooks() {
    Notification stop = begin("Stopping");
    assertThat(notifications.runningProperty().get()).isEqualTo(1);
    stop.progress("half");
    stop.tell(State.SUCCEEDED, "Stopped", "");
    assertThat(toasts).containsExactly("Stopping", "Stopped");
    assertThat(notifications.runningProperty().get()).isZero();
    assertThat(notifications.unseenProperty().get()).isEqualTo(2);
    notifications.seen();
    assertThat(notifications.unseenProperty().get()).isZero();
  }

  @Test
  void theNewestComesFirst() {
    Notification first = begin("a");
    Notification second = begin("b");
    assertThat(notifications.items()).containsExactly(second, first);
  }

  @Test
  void runningWorkCannotBeDismissed() {
    Notification running = begin("a");
    begin("b").tell(State.FAILED, "b failed", "");
    notifications.dismiss(running);
    notifications.dismissAll();
    assertThat(notifications.items()).containsExactly(running);
  }

  @Test
  void newsOfDismissedWorkBringsItBack() {
    Notification old = begin("a");
    old.tell(State.FAILED, "failed", "");
    notifications.dismiss(old);
    old.tell(State.RUNNING, "again", "");
    assertThat(notifications.items()).containsExactly(old);
  }

  @Test
  void theTimeIsTheCloudsAndThatOfTheLastChange() {
    Notification work = begin("a");
    time.jump(Duration.ofMinutes(5));
    work.progress("still");
    assertThat(work.newsProperty().get().at()).isEqualTo("2026-03-01T12:00:00Z");
    work.tell(State.SUCCEEDED, "done", "");
    assertThat(work.newsProperty().get().at()).isEqualTo("2026-03-01T12:05:00Z");
  }
}
