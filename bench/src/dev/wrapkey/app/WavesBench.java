package dev.wrapkey.app;

import dev.wrapkey.cli.Options;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.RunningOperation;
import dev.wrapkey.provisioning.Secret;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.time.SystemTime;
import dev.wrapkey.time.VirtualTime;
import dev.wrapkey.ui.key.Frames;
import dev.wrapkey.ui.practice.OtherPrograms;
import dev.wrapkey.ui.task.Tasks;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

/**
 * {@code java WavesBench FOLDER SERVERS}: makes servers in a practice cloud, rotates all of them in
 * the program's window, without a display, and tells what each frame of the window took meanwhile.
 */
public final class WavesBench {

  private static final String SUBSCRIPTION = PracticeCloud.SUBSCRIPTION;

  private final VirtualTime time = VirtualTime.standingAt(new SystemTime().now());
  private final List<Throwable> bugs = new CopyOnWriteArrayList<>();
  private final Path folder;
  private final int number;
  private Stage stage;

  private WavesBench(Path folder, int number) {
    this.folder = folder;
    this.number = number;
  }

  public static void main(String[] arguments) throws Exception {
    Logger.getLogger("com.azure").setLevel(Level.OFF);
    CountDownLatch started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    Platform.setImplicitExit(false);
    new WavesBench(Path.of(arguments[0]), Integer.parseInt(arguments[1])).run();
    System.exit(0);
  }

  private void run() throws Exception {
    try (PracticeCloud practice =
        PracticeCloud.open(folder.resolve(Session.PRACTICE_FOLDER), time, new SecureRandom())) {
      Cloud cloud = Errand.cloud(practice, time, folder);
      long begun = System.nanoTime();
      make(cloud);
      System.out.printf("%d servers made in %.0f s%n", number, since(begun));
      act(() -> open(practice, cloud));
      measured("the list of servers", () -> {}, () -> rows("servers") >= number);
      measured("the page of waves", () -> fire("rotate-many"), () -> rows("waves-candidates") >= number);
      // The starter landscape's own are left out: one of them is Inaccessible.
      act(() -> ((TextField) node("waves-text").orElseThrow()).setText("many-"));
      measured("all ticked", () -> fire("waves-all"), () -> usable("waves-start"));
      measured("the rotation", () -> fire("waves-start"), () -> says("All servers use the new version."));
      if (!bugs.isEmpty()) {
        throw new IllegalStateException(bugs.getFirst());
      }
    }
  }

  private static double since(long nanos) {
    return (System.nanoTime() - nanos) / 1e9;
  }

  private void make(Cloud cloud) {
    Server model =
        cloud.servers().list(SUBSCRIPTION).stream()
            .filter(server -> server.name().equals("orders-pg"))
            .findFirst()
            .orElseThrow();
    List<ManagedIdentity> identities = new ArrayList<>();
    cloud.identities().list(SUBSCRIPTION, new Cancellation(), identities::addAll);
    DataEncryption encryption =
        DataEncryption.customerManaged(
            model.encryption().key().orElseThrow(), model.encryption().identity().orElseThrow());
    List<RunningOperation> running = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      running.add(cloud.servers().create(plan("many-" + i + "-pg", encryption)));
      if (running.size() == 20) {
        finish(running);
      }
    }
    finish(running);
  }

  private void finish(List<RunningOperation> running) {
    time.jump(Duration.ofMinutes(10));
    for (RunningOperation each : running) {
      while (!each.poll()) {
        time.jump(Duration.ofMinutes(1));
      }
    }
    running.clear();
  }

  private static Plan plan(String name, DataEncryption encryption) {
    return new Plan(
        new Plan.Basics(
            new Subscription(SUBSCRIPTION, "Practice Production"),
            "rg-orders",
            false,
            name,
            "eastus",
            "17",
            "",
            Plan.Authentication.passwords("pgadmin", new Secret("Bench-4711-x"))),
        Plan.Configuration.PRODUCTION,
        Plan.Networking.open(true, false, List.of()),
        encryption,
        new TreeMap<>());
  }

  private void open(PracticeCloud practice, Cloud cloud) {
    Tasks tasks = new Tasks(work -> Thread.ofVirtual().start(work), Platform::runLater, bugs::add);
    Services services =
        new Services(
            cloud,
            Optional.of(practice.inspector()),
            new OtherPrograms(new OpenDoor(practice, time, folder), tasks),
            new Wheel(practice, time),
            time,
            tasks,
            folder.resolve("deployments"),
            new SecureRandom(),
            new Host(
                new Choosers(), page -> {}, new Settings(folder.resolve("settings.properties"))));
    stage = new Stage();
    new Window(services, time).showForTour(stage, Options.Theme.LIGHT);
    stage.setWidth(1280);
    stage.setHeight(800);
  }

  private void measured(String what, Runnable begin, BooleanSupplier end) throws Exception {
    Frames frames = ask(Frames::new);
    long begun = System.nanoTime();
    act(
        () -> {
          frames.begin();
          begin.run();
        });
    while (!ask(end::getAsBoolean)) {
      Thread.sleep(100);
    }
    System.out.printf("%s: %.1f s; %s%n", what, since(begun), ask(frames::end));
  }

  private Optional<Node> node(String id) {
    return Optional.ofNullable(stage.getScene().lookup("#" + id));
  }

  private int rows(String id) {
    return stage.getScene().getRoot().lookupAll("#" + id).stream()
        .filter(TableView.class::isInstance)
        .mapToInt(table -> ((TableView<?>) table).getItems().size())
        .max()
        .orElse(0);
  }

  private boolean usable(String id) {
    return node(id).filter(each -> !each.isDisabled()).isPresent();
  }

  private boolean says(String words) {
    return node("waves-standing")
        .filter(each -> String.valueOf(each.getAccessibleText()).contains(words))
        .isPresent();
  }

  private void fire(String id) {
    Node found = node(id).orElseThrow();
    if (found instanceof Hyperlink link) {
      link.fire();
    } else {
      ((ButtonBase) found).fire();
    }
  }

  private static <T> T ask(Supplier<T> question) throws Exception {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            answer.complete(question.get());
          } catch (RuntimeException failed) {
            answer.completeExceptionally(failed);
          }
        });
    return answer.get();
  }

  private static void act(Runnable work) throws Exception {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            work.run();
            done.complete(null);
          } catch (RuntimeException failed) {
            done.completeExceptionally(failed);
          }
        });
    done.get();
  }
}
