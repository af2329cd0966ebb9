package dev.wrapkey.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.time.VirtualTime;
import dev.wrapkey.ui.InMemory;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.task.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class HomeViewModelTest {

  private final VirtualTime time = VirtualTime.standingAt(Instant.parse("2026-11-21T14:00:00Z"));
  private final List<ResourceId> opened = new ArrayList<>();
  private final List<Runnable> waiting = new ArrayList<>();

  @Test
  void aServerOnAnOldVersionIsBehindByTheNewerOnes() {
    HomeViewModel home = home(SmallCloud.landscape(), Runnable::run);
    home.refresh();
    assertThat(standing(home, "orders-pg")).isEqualTo(new KeyStanding(KeyStanding.Kind.BEHIND, 1));
    assertThat(standing(home, "orders-pg-replica"))
        .isEqualTo(new KeyStanding(KeyStanding.Kind.BEHIND, 2));
    assertThat(standing(home, "billing-pg")).isEqualTo(KeyStanding.NEWEST);
  }

  @Test
  void aServerWithoutAVersionFollowsTheNewest() {
    HomeViewModel home = home(SmallCloud.landscape(), Runnable::run);
    home.refresh();
    assertThat(standing(home, "analytics-pg")).isEqualTo(KeyStanding.FOLLOWS_NEWEST);
    assertThat(row(home, "analytics-pg").version()).isEmpty();
  }

  @Test
  void aKeyWhoseVaultCannotBeFoundIsNotJudged() {
    HomeViewModel home = home(SmallCloud.landscape(), Runnable::run);
    home.refresh();
    assertThat(standing(home, "audit-pg")).isEqualTo(KeyStanding.UNKNOWN);
  }

  @Test
  void theVersionIsShownByItsFirstAndLastFourDigits() {
    HomeViewModel home = home(SmallCloud.landscape(), Runnable::run);
    home.refresh();
    assertThat(row(home, "orders-pg").version()).isEqualTo("9c41…1f08");
  }

  @Test
  void anInaccessibleServerAndAnInvalidKeyNeedAttention() {
    SmallCloud cloud =
        new SmallCloud()
            .subscription("s", "S")
            .server("s", "lost", "eastus", "Inaccessible", DataEncryption.serviceManaged())
            .server(
                "s",
                "soon-lost",
                "eastus",
                "Ready",
                SmallCloud.customer("kv-x", "k", Optional.empty(), "Invalid"))
            .server(
                "s",
                "fine",
                "eastus",
                "Ready",
                SmallCloud.customer("kv-x", "k", Optional.empty(), "Valid"));
    HomeViewModel home = home(cloud, Runnable::run);
    home.refresh();
    assertThat(home.all())
        .filteredOn(ServerRow::needsAttention)
        .extracting(ServerRow::name)
        .containsExactly("lost", "soon-lost");
  }

  private static SmallCloud indexed() {
    return new SmallCloud()
        .subscription("s", "S")
        .subscription("t", "T")
        .server("s", "orders", "eastus", "Ready", DataEncryption.serviceManaged())
        .indexed();
  }

  @Test
  void whatTheServiceSaysTakesThePlaceOfWhatTheIndexSays() {
    SmallCloud cloud =
        indexed()
            .without("s")
            .server("s", "later", "eastus", "Inaccessible", DataEncryption.serviceManaged());
    HomeViewModel home = home(cloud, Runnable::run);
    home.refresh();
    assertThat(home.all()).extracting(ServerRow::name).containsExactly("later");
    assertThat(home.all()).allMatch(ServerRow::needsAttention);
  }

  @Test
  void whatTheIndexSaysDoesNotStayWhereTheServiceCannotBeAsked() {
    HomeViewModel home = home(indexed().forbid("s"), Runnable::run);
    home.refresh();
    assertThat(home.all()).isEmpty();
    assertThat(home.problemProperty().get()).isNotEmpty();
  }

  @Test
  void aSubscriptionInWhichTheIndexKnowsNoServerIsNotAsked() {
    HomeViewModel home = home(indexed().forbid("t"), Runnable::run);
    home.refresh();
    assertThat(home.all()).extracting(ServerRow::name).containsExactly("orders");
    assertThat(home.problemProperty().get()).isEmpty();
  }

  @Test
  void theFilterFindsAnyWordInAnyColumn() {
    HomeViewModel home = home(SmallCloud.landscape(), Runnable::run);
    home.refresh();
    home.filterProperty().set("west europe");
    assertThat(home.shown())
        .extracting(ServerRow::name)
        .containsExactly("billing-pg", "analytics-pg");
    home.filterProperty().set("ORDERS-KEK");
    assertThat(home.shown())
        .extracting(ServerRow::name)
        .containsExactly("orders-pg", "orders-pg-replica");
    home.filterProperty().set("");
    assertThat(home.shown()).hasSize(6);
  }

  @Test
  void oneForbiddenSubscriptionDoesNotHideTheOthers() {
    HomeViewModel home = home(SmallCloud.landscape().forbid("sub-development"), Runnable::run);
    home.refresh();
    assertThat(home.shown()).hasSize(4);
    assertThat(home.problemProperty().get())
        .contains("You may not read subscription sub-development.");
  }

  @Test
  void tryingAgainAfterAFailureClearsTheProblem() {
    SmallCloud cloud = SmallCloud.landscape().forbid("sub-development").forbid("sub-production");
    HomeViewModel home = home(cloud, Runnable::run);
    home.refresh();
    assertThat(home.stateProperty().get()).isEqualTo(Listing.State.FAILED);
    assertThat(home.shown()).isEmpty();
    cloud.allow("sub-development").allow("sub-production");
    home.refresh();
    assertThat(home.problemProperty().get()).isEmpty();
    assertThat(home.shown()).hasSize(6);
  }

  @Test
  void theAgeOfTheListIsToldInSecondsThenMinutes() {
    HomeViewModel home = home(SmallCloud.landscape(), Runnable::run);
    home.refresh();
    time.jump(Duration.ofSeconds(12));
    home.tick();
    assertThat(home.updatedProperty().get()).isEqualTo("Updated 12 s ago");
    time.jump(Duration.ofSeconds(50));
    home.tick();
    assertThat(home.updatedProperty().get()).isEqualTo("Updated 1 min ago");
  }

  @Test
  void oldRowsStayUntilTheNewOnesHaveCome() {
    HomeViewModel home = home(SmallCloud.landscape(), waiting::add);
    home.refresh();
    runWaiting();
    assertThat(home.shown()).hasSize(6);
    home.refresh();
    assertThat(home.stateProperty().get()).isEqualTo(Listing.State.LOADING);
    assertThat(home.shown()).hasSize(6);
    assertThat(home.updatedProperty().get()).isEqualTo("Updating …");
  }

  @Test
  void openingARowGoesToItsServer() {
    HomeViewModel home = home(SmallCloud.landscape(), Runnable::run);
    home.refresh();
    home.open(row(home, "orders-pg"));
    assertThat(opened)
        .containsExactly(ResourceId.server("sub-production", "rg-orders-pg", "orders-pg"));
  }

  private void runWaiting() {
    while (!waiting.isEmpty()) {
      waiting.removeFirst().run();
    }
  }

  private HomeViewModel home(SmallCloud cloud, Executor background) {
    Tasks tasks =
        new Tasks(
            background,
            Runnable::run,
            bug -> {
              throw new AssertionError(bug);
            });
    return new HomeViewModel(
        cloud,
        tasks,
        time,
        new InMemory(),
        new HomeViewModel.Destinations() {
          @Override
          public void rotateMany() {}

          @Override
          public void createServer() {
            throw new AssertionError("not asked for");
          }

          @Override
          public void openPlan() {
            throw new AssertionError("not asked for");
          }

          @Override
          public void openServer(ResourceId server) {
            opened.add(server);
          }
        });
  }

  private static KeyStanding standing(HomeViewModel home, String name) {
    return row(home, name).standingProperty().get();
  }

  private static ServerRow row(HomeViewModel home, String name) {
    return home.all().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }
}
