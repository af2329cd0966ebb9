package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.health.Watched;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.KeyEdit;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.health.HealthTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@OnScreen
class HealthScreenTest {

  private static final List<String> WHOLE =
      List.of(
          "column-urgency",
          "column-server",
          "column-version",
          "column-newest",
          "column-status",
          "column-expires");

  /** What the cloud answers instead of the truth. */
  private interface Instead {
    Optional<Object> of(String question, List<Object> about);
  }

  private final Practice practice = Practice.opened();
  private final AtomicReference<Instead> instead =
      new AtomicReference<>((_, _) -> Optional.empty());
  private final Desk desk =
      new Desk(
          practice,
          new Watched(practice.cloud(), (question, about) -> instead.get().of(question, about))
              .cloud());
  private Stage stage;
  private Person person;

  @Start
  void start(Stage newStage) {
    stage = newStage;
    desk.open(stage);
    stage.setWidth(1280);
    stage.setHeight(800);
  }

  @BeforeEach
  void home(FxRobot robot) {
    person = new Person(robot, stage);
    person.sees("orders-pg");
  }

  @AfterEach
  void close() {
    assertThat(desk.bugs()).isEmpty();
    practice.close();
  }

  private void openPage() {
    person.click("section-health");
    person.sees("as of ");
  }

  @Test
  void whatTellsOfAKeyIsReadWholeInASmallWindowToo() {
    openPage();
    Person.act(() -> stage.setWidth(1000));
    person.await("the small window", () -> stage.getScene().getWidth() <= 1000);
    person.sees("1 behind");
    person.picture("health-small");
    Person.act(
        () -> {
          List<Labeled> words =
              stage.getScene().getRoot().lookupAll(".table-cell").stream()
                  .map(cell -> (TableCell<?, ?>) cell)
                  .filter(cell -> WHOLE.contains(String.valueOf(cell.getTableColumn().getId())))
                  .flatMap(cell -> Stream.ofNullable((Labeled) cell.getGraphic()))
                  .toList();
          assertThat(words).hasSizeGreaterThan(20);
          assertThat(stage.getScene().getRoot().lookupAll(".cloud-bar > .label"))
              .filteredOn(Node::isVisible)
              .hasSizeGreaterThan(3) // whose cloud this is, is read whole too
              .allSatisfy(each -> assertThat(isWhole((Labeled) each)).isTrue());
          assertThat(words)
              .filteredOn(each -> !each.getText().contains("("))
              .filteredOn(each -> !isWhole(each))
              .extracting(Labeled::getText)
              .isEmpty();
        });
  }

  private static boolean isWhole(Labeled words) {
    return words.getWidth() + 0.5 >= words.prefWidth(-1);
  }

  @Test
  void theMostUrgentComesFirstAndLeadsToWhatMendsIt() {
    practice
        .cloud()
        .keyLife()
        .edit(
            practice.server("billing-pg").encryption().key().orElseThrow(),
            new KeyEdit(
                Optional.empty(),
                Optional.empty(),
                Optional.of(practice.time().now().plus(Duration.ofDays(12))),
                Optional.empty()));
    openPage();
    person.sees("in 12 days");
    person.sees("1 behind");
    person.await(
        "the worst first",
        () -> names().subList(0, 3).equals(List.of("payroll-pg", "billing-pg", "orders-pg")));
    person.picture("health");
    person.clickText("orders-pg");
    person.sees("Rotate to the newest version");
    person.picture("health-detail");
    person.click("health-rotation-0");
    person.sees("Start rotation");
    person.clickText("Key health");
    person.sees("as of ");
    person.clickText("payroll-pg");
    person.click("health-key-1");
    person.sees("payroll-kek");
    person.clickText("Key health");
    person.clickText("payroll-pg");
    assertThat(person.node("health-rotation-1")).isEmpty(); // refused until it is Ready
    person.click("health-recovery-0");
    person.sees("the key payroll-kek has expired");
  }

  private List<String> names() {
    return ((HealthTable) person.node("health-table").orElseThrow())
        .getItems().stream().map(line -> line.server().name()).toList();
  }

  @Test
  void keysAreFilteredAndSaved() throws IOException {
    openPage();
    person.pick("health-vault", "kv-billing-weu");
    person.await("the others to go", () -> !person.reads("orders-pg"));
    Path reports = Files.createDirectory(practice.folder().resolve("reports"));
    desk.dialogs().have(reports, reports.resolve("none"));
    for (String kind : List.of("CSV", "HTML", "JSON")) {
      person.click("health-export");
      person.clickText("As " + kind);
      person.sees("." + kind.toLowerCase(java.util.Locale.ROOT) + ".");
    }
    try (var files = Files.list(reports)) {
      assertThat(files)
          .hasSize(3)
          .allSatisfy(f -> assertThat(f).content().contains("billing-weu-kek", "CMK-42"))
          .allSatisfy(f -> assertThat(f).content().doesNotContain("orders-pg"));
    }
    person.write("health-text", "no such thing");
    person.sees("No key matches these filters.");
    person.picture("health-nothing");
    person.click("health-clear");
    person.sees("orders-pg");
  }

  @Test
  void theKeyboardOpensAndClosesADetail() {
    openPage();
    person.click("health-text");
    Person.act(() -> person.node("health-table").orElseThrow().requestFocus());
    person.type(KeyCode.DOWN, KeyCode.UP, KeyCode.ENTER);
    person.sees("and nobody can connect");
    person.await("the pane", () -> person.node("health-detail").isPresent());
    person.picture("health-detail-trouble");
    person.type(KeyCode.ESCAPE);
    person.await("the pane to go", () -> person.node("health-detail").isEmpty());
  }

  @Test
  void aSurveyShowsHowFarItIsAndCanBeStopped() {
    CountDownLatch released = new CountDownLatch(1);
    instead.set(
        (question, about) -> {
          if (question.equals("keyStores.get")
              && ((KeyIdentifier) about.getFirst()).storeName().equals("kv-reporting-weu")) {
            await(released);
          }
          return Optional.empty();
        });
    person.click("section-health");
    person.sees("of 6 servers");
    person.sees("orders-pg");
    person.picture("health-loading");
    person.click("health-stop");
    person.sees("Stopped after ");
    released.countDown();
    person.picture("health-stopped");
    person.click("health-refresh");
    person.sees("as of ");
    person.sees("reporting-pg");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new java.util.concurrent.CancellationException("interrupted");
    }
  }

  @Test
  void aThousandServersAreShownAndTheWindowGoesOnAnswering() {
    Server first = practice.server("orders-pg");
    instead.set(
        (question, about) ->
            question.equals("servers.list") && about.getFirst().equals(Practice.PRODUCTION)
                ? Optional.of(IntStream.range(0, 1000).mapToObj(i -> like(first, i)).toList())
                : Optional.empty());
    openPage();
    person.sees("1001");
    person.picture("health-thousand");
    person.write("health-text", "shop-0777");
    person.await("one", () -> person.reads("shop-0777-pg") && !person.reads("shop-0001-pg"));
    person.clickText("shop-0777-pg");
    person.sees("Rotate to the newest version");
  }

  private static Server like(Server first, int number) {
    String name = "shop-%04d-pg".formatted(number);
    return new Server(
        ResourceId.server(first.id().subscription(), first.id().resourceGroup(), name),
        first.region(),
        first.state(),
        first.summary(),
        first.identities(),
        first.encryption(),
        first.setup());
  }

  @Test
  void whatCannotBeReadIsSaidAndNotCalledHealthy() {
    CloudFailure forbidden =
        new CloudFailure(
            CloudFailure.Kind.FORBIDDEN, "AuthorizationFailed", "The client may not do this.", "");
    instead.set(
        (question, about) -> {
          boolean hidden =
              question.equals("keyStores.get")
                  && ((KeyIdentifier) about.getFirst()).storeName().equals("kv-reporting-weu");
          if (hidden
              || question.equals("servers.list") && about.getFirst().equals(Practice.DEVELOPMENT)) {
            throw forbidden;
          }
          return Optional.empty();
        });
    openPage();
    person.sees("The servers of Practice Development could not be listed (AuthorizationFailed)");
    person.sees("Unknown");
    person.picture("health-unknown");
    instead.set(
        (question, about) -> {
          if (question.equals("directory.subscriptions")) {
            throw forbidden;
          }
          return Optional.empty();
        });
    person.click("health-refresh");
    person.sees("There is nothing to show.");
    person.picture("health-failed");
  }
}
