package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.time.VirtualTime;
import dev.wrapkey.ui.InMemory;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.notification.Notification;
import dev.wrapkey.ui.notification.Notifications;
import dev.wrapkey.ui.settings.Preferences;
import dev.wrapkey.ui.settings.Updates;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoticesTest {

  private static final URI ADDRESS = URI.create("https://wrapkey.example/newest.json");

  private final InMemory memory = new InMemory();
  private final Notifications bell = new Notifications(VirtualTime.standingAt(Practice.START));
  private final List<String> done = new ArrayList<>();
  private Updates.Answer answer = new Updates.Newest("1.0");

  private final Updates updates =
      new Updates() {
        @Override
        public Optional<URI> address() {
          return Optional.of(ADDRESS);
        }

        @Override
        public Answer ask() {
          done.add("asked");
          return answer;
        }
      };

  private void start() {
    new Notices(
            new Host(new FilesAtHand(), done::add, memory),
            Practice.tasks(),
            bell,
            new Preferences(memory))
        .tell(updates, () -> done.add("settings"));
  }

  private List<String> told() {
    return bell.items().stream().map(each -> each.newsProperty().get().title()).toList();
  }

  @Test
  void settingsThatWereSetAsideAreToldOnce() {
    memory.keep(Settings.SET_ASIDE, "/state/settings.properties.broken");
    start();
    start();
    assertThat(told()).containsExactly("The settings begin anew");
    assertThat(bell.items().getFirst().newsProperty().get().text())
        .contains("/state/settings.properties.broken");
  }

  @Test
  void nobodyIsAskedForANewerVersionUnlessAPersonWantsThat() {
    start();
    assertThat(done).isEmpty();
    memory.keep("updates", "true");
    start();
    assertThat(done).containsExactly("asked");
    assertThat(told()).isEmpty();
  }

  @Test
  void aNewerVersionIsToldQuietly() {
    memory.keep("updates", "true");
    answer = new Updates.Newer("2.0", Optional.of(URI.create("https://wrapkey.example/2")));
    start();
    assertThat(told()).containsExactly("Wrapkey 2.0 is available.");
    assertThat(bell.items().getFirst().newsProperty().get().state())
        .isEqualTo(Notification.State.SUCCEEDED);
  }

  @Test
  void thatNobodyAnswersDisturbsNobody() {
    memory.keep("updates", "true");
    answer = new Updates.Unknown("no network");
    start();
    assertThat(told()).isEmpty();
  }
}
