package dev.wrapkey.ui.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.KeyUser;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.Screens;
import dev.wrapkey.ui.navigation.Page;
import dev.wrapkey.ui.notification.Notifications;
import dev.wrapkey.ui.practice.PracticeBarViewModel;
import dev.wrapkey.ui.practice.PracticeClock;
import dev.wrapkey.ui.practice.ScriptedGateway;
import dev.wrapkey.ui.shell.PageStack;
import dev.wrapkey.ui.shell.ShellView;
import dev.wrapkey.ui.shell.ShellViewModel;
import dev.wrapkey.ui.task.Tasks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** States of the pages of keys that the starter landscape does not show by itself. */
@OnScreen
class VaultStatesScreenTest {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  private final PageStack stack = new PageStack();
  private Stage stage;

  @Start
  void start(Stage newStage) {
    stage = newStage;
    PracticeClock clock =
        new PracticeClock() {
          @Override
          public Instant now() {
            return PRACTICE.time().now();
          }

          @Override
          public double speed() {
            return 0;
          }

          @Override
          public void runAt(double speed) {
            throw new AssertionError("nobody chose a speed");
          }
        };
    ShellViewModel shell =
        ShellViewModel.practice(
            new PracticeBarViewModel(clock, ScriptedGateway.programs(), () -> {}),
            "pat@practice.example",
            new Notifications(new dev.wrapkey.time.SystemTime()));
    stage.setScene(new Scene(new ShellView(shell, stack).load(), Screens.WIDTH, Screens.HEIGHT));
    Screens.place(stage, Screens.WIDTH, Screens.HEIGHT);
    stage.show();
  }

  private static Tasks tasks(Executor background) {
    return new Tasks(
        background,
        Runnable::run,
        bug -> {
          throw new AssertionError(bug);
        });
  }

  private Person list(FxRobot robot, SwayedCloud cloud, Executor background) {
    Page page =
        new VaultsView(
                new VaultsViewModel(
                    cloud, tasks(background), PRACTICE.time(), PRACTICE.time(), store -> {}))
            .page();
    robot.interact(() -> stack.open(page));
    return new Person(robot, stage);
  }

  private SwayedCloud cloud() {
    return new SwayedCloud(PRACTICE.cloud());
  }

  @Test
  void aSlowListSaysThatItIsLoading(FxRobot robot) {
    List<Runnable> waiting = new ArrayList<>();
    Person person = list(robot, cloud(), waiting::add);
    person.sees("Loading key vaults and managed HSMs …");
    assertThat(person.usable("refresh-vaults")).isEmpty();
    person.picture("vaults-loading");
  }

  @Test
  void anEmptyListSaysWhatToDo(FxRobot robot) {
    Person person = list(robot, cloud().empty(), Runnable::run);
    person.sees("You can see no key vault and no managed HSM.");
    person.picture("vaults-empty");
  }

  @Test
  void aFailureSaysWhyAndCanBeTriedAgain(FxRobot robot) {
    SwayedCloud cloud = cloud().shut(true);
    Person person = list(robot, cloud, Runnable::run);
    person.sees("Your key stores could not be read: No authorization for this.");
    person.picture("vaults-failed");
    cloud.shut(false);
    person.click("vaults-retry");
    person.sees("hsm-orders-eastus");
  }

  private Person breaking(FxRobot robot, SwayedCloud cloud, Executor background) {
    BreakingViewModel asks =
        new BreakingViewModel(
            cloud, tasks(background), PRACTICE.time(), server -> Optional.empty(), new NoFiles());
    asks.about(PRACTICE.store("kv-lab-eastus").id().toString(), loss -> true);
    robot.interact(() -> stack.open(new BreakingView(asks).page()));
    return new Person(robot, stage);
  }

  @Test
  void whileEverythingIsLookedAtNothingCanBeChosen(FxRobot robot) {
    Person person = breaking(robot, cloud(), new ArrayList<Runnable>()::add);
    person.sees("Looking at all servers, key stores and identities you can see …");
    assertThat(person.usable("breaking-thing")).isEmpty();
    assertThat(person.usable("breaking-do")).isEmpty();
    person.picture("breaking-loading");
  }

  @Test
  void whereNothingCanBeReadThePageSaysWhyAndLooksAgain(FxRobot robot) {
    SwayedCloud cloud = cloud().shut(true);
    Person person = breaking(robot, cloud, Runnable::run);
    person.sees("No authorization for this.");
    person.picture("breaking-failed");
    cloud.shut(false);
    person.click("breaking-refresh");
    person.sees("Nothing breaks: no server that you can see");
  }

  @Test
  void whereServersCannotBeReadTheAnswerSaysSoAndTheNameIsDemanded(FxRobot robot) {
    Person person = breaking(robot, cloud().silent(Practice.DEVELOPMENT), Runnable::run);
    person.sees("No server that could be read needs it, but not everything could be read");
    person.sees("These could not be read: servers of Practice Development.");
    person.picture("breaking-partial");
    person.click("breaking-do");
    person.sees("Type the name, kv-lab-eastus");
    assertThat(person.usable("breaking-yes")).isEmpty();
  }

  private static KeyUser user(String name, String state, KeyUser.Purpose purpose) {
    return new KeyUser(
        ResourceId.server(Practice.PRODUCTION, "rg-lab", name),
        state,
        List.of(
            new KeyUser.Use(
                purpose,
                KeyIdentifier.of("https://kv-lab-eastus.vault.azure.net/keys/lab-kek"),
                Optional.of("Invalid"))),
        Optional.empty(),
        new KeyUser.Backups(7, true));
  }

  @Test
  void purgeWithDependentsNamesThemAndDemandsTheName(FxRobot robot) {
    SwayedCloud cloud =
        cloud()
            .with(user("lab-pg", "Inaccessible", KeyUser.Purpose.PRIMARY))
            .with(user("trial-pg", "Ready", KeyUser.Purpose.PRIMARY))
            .with(user("west-pg", "Ready", KeyUser.Purpose.GEO_BACKUP))
            .silent(Practice.DEVELOPMENT);
    KeyStore store = PRACTICE.store("kv-lab-eastus");
    KeyPageViewModel viewModel =
        new KeyPageViewModel(
            cloud,
            tasks(Runnable::run),
            PRACTICE.time(),
            store,
            KeyIdentifier.of("https://kv-lab-eastus.vault.azure.net/keys/lab-kek"));
    robot.interact(() -> stack.open(new KeyPageView(viewModel).page()));
    Person person = new Person(robot, stage);
    person.click("delete-key");
    person.sees("These 2 servers lose access to their data: trial-pg, west-pg.");
    person.write("impact-name", "lab-kek");
    person.click("impact-do");
    person.click("purge-key");
    person.sees(
        "The data of these 2 servers is gone for good, with all backups: lab-pg, trial-pg.");
    person.sees("The backups in the paired region are gone for good, of this server: west-pg.");
    person.sees("The servers of these subscriptions could not be read: Practice Development.");
    assertThat(person.usable("impact-do")).isEmpty();
    person.picture("purge-dependents");
    person.write("impact-name", "lab-kek");
    person.picture("purge-dependents-typed");
    person.click("impact-do");
    person.sees("There is no key of this name in this store");
    person.sees("The data of these 2 servers is gone for good");
    person.picture("key-purged-dependents");
  }
}
