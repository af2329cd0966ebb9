package dev.wrapkey.ui.key;

import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.time.SystemTime;
import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.control.Theme;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * Drives the real key pane, without a display, over 10,000 vaults and 5,000 keys: how soon the
 * first rows are seen after their page has come, what each typed letter takes to narrow the list,
 * and what the longest frame is.
 */
public final class ListsBench {

  private final LongLists lists = new LongLists();
  private final PaneHost host = new PaneHost();
  private final List<Throwable> bugs = new ArrayList<>();
  private KeyViewModel viewModel;
  private Stage stage;
  private volatile long workAtFirst;

  private ListsBench() {}

  public static void main(String[] arguments) throws Exception {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
    CountDownLatch started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    Platform.setImplicitExit(false);
    for (int round = 1; round <= rounds; round++) {
      System.out.println("round " + round + (round == 1 ? " (nothing is warm)" : ""));
      new ListsBench().run();
    }
    Platform.exit();
  }

  private void run() throws Exception {
    long screen = ask(() -> Thread.currentThread().threadId());
    lists.onFirstPage = () -> workAtFirst = Cpu.usedBy(screen);
    long before = ask(Cpu::used);
    act(this::open);
    System.out.printf(
        "  the pane is built in %.1f ms of work%n", (ask(Cpu::used) - before) / 1e6);
    act(() -> viewModel.kindProperty().set(KeyStore.Kind.MANAGED_HSM));
    act(() -> viewModel.kindProperty().set(KeyStore.Kind.KEY_VAULT));
    measure("vaults", "key-store", viewModel.stores(), "orders-0420");
    act(() -> viewModel.storeProperty().set(viewModel.usable().getFirst()));
    measure("keys", "key", viewModel.keys(), "ledger-kek-0421");
    if (!bugs.isEmpty()) {
      throw new IllegalStateException(bugs.getFirst());
    }
    act(stage::close);
  }

  private void open() {
    stage = new Stage();
    host.setReducedMotion(true);
    host.setContent(new StackPane());
    Scene scene = new Scene(host, 980, 720);
    Theme.LIGHT.apply(scene);
    stage.setScene(scene);
    stage.show();
    Tasks tasks =
        new Tasks(work -> Thread.ofVirtual().start(work), Platform::runLater, bugs::add);
    viewModel =
        new KeyViewModel(
            lists.cloud(),
            tasks,
            new SystemTime(),
            new Scope(new Subscription(LongLists.SUBSCRIPTION, "Many"), "eastus"),
            true,
            key -> {});
    KeyPane.open(host, viewModel);
  }

  private void measure(String what, String box, Listing<?> listing, String typed)
      throws Exception {
    Frames frames = ask(Frames::new);
    act(
        () -> {
          frames.begin();
          ComboBox<?> picker = (ComboBox<?>) node(box);
          picker.requestFocus();
          picker.show();
        });
    await(() -> lists.firstPage.get() > 0 && isRowSeen());
    double first = (System.nanoTime() - lists.firstPage.get()) / 1e6;
    double work = (ask(Cpu::used) - workAtFirst) / 1e6;
    System.out.printf(
        "  %s: first rows %.0f ms after the first page (%.1f ms of work)%n", what, first, work);
    await(() -> listing.stateProperty().get() == Listing.State.READY);
    System.out.printf(
        "  %s: %d listed; while they came %s%n",
        what, ask(() -> listing.items().size()), ask(frames::end));
    type(what, box, typed);
    act(() -> ((ComboBox<?>) node(box)).hide());
  }

  /** Letter by letter; each time until the frame that shows the narrowed rows has been laid out. */
  private void type(String what, String box, String typed) throws Exception {
    List<Long> walls = new ArrayList<>();
    List<Long> works = new ArrayList<>();
    act(() -> node(box + "-filter").requestFocus());
    for (int letters = 1; letters <= typed.length(); letters++) {
      String text = typed.substring(0, letters);
      CompletableFuture<long[]> done = new CompletableFuture<>();
      act(
          () -> {
            long wall = System.nanoTime();
            long work = Cpu.used();
            ((TextField) node(box + "-filter")).setText(text);
            after(() -> done.complete(new long[] {System.nanoTime() - wall, Cpu.used() - work}));
          });
      long[] took = done.get(20, TimeUnit.SECONDS);
      walls.add(took[0]);
      works.add(took[1]);
    }
    System.out.printf(
        "  %s: a letter narrows the list in %.1f ms of work at most (median %.1f); with the wait for"
            + " the next frame %.1f ms (median %.1f); %d rows left%n",
        what,
        Frames.most(works),
        Frames.part(works, 0.5),
        Frames.most(walls),
        Frames.part(walls, 0.5),
        ask(() -> ((ComboBox<?>) node(box)).getItems().size()));
  }

  /** Once the next frame of the page, and of the open list, has been laid out. */
  private void after(Runnable then) {
    Scene scene = stage.getScene();
    Runnable once =
        new Runnable() {
          @Override
          public void run() {
            scene.removePostLayoutPulseListener(this);
            then.run();
          }
        };
    scene.addPostLayoutPulseListener(once);
    Platform.requestNextPulse();
  }

  private static boolean isRowSeen() {
    return Window.getWindows().stream()
        .filter(Window::isShowing)
        .anyMatch(window -> hasRow(window.getScene().getRoot()));
  }

  private static boolean hasRow(Node node) {
    if (node instanceof ListCell<?> cell && !cell.isEmpty() && cell.isVisible()
        && cell.getHeight() > 0 && cell.getScene().getWindow() instanceof javafx.stage.PopupWindow) {
      return true;
    }
    return node instanceof Parent parent
        && parent.getChildrenUnmodifiable().stream().anyMatch(ListsBench::hasRow);
  }

  private Node node(String id) {
    return stage.getScene().lookup("#" + id);
  }

  private static void await(BooleanSupplier condition) throws Exception {
    while (!ask(condition::getAsBoolean)) {
      Thread.sleep(1);
    }
  }

  private static void act(Runnable action) throws Exception {
    ask(
        () -> {
          action.run();
          return true;
        });
  }

  private static <T> T ask(Supplier<T> question) throws Exception {
    return CompletableFuture.supplyAsync(question, Platform::runLater).get(60, TimeUnit.SECONDS);
  }

  /** Time of the processor that this thread has used. */
  private static final class Cpu {
    static long usedBy(long thread) {
      return java.lang.management.ManagementFactory.getThreadMXBean().getThreadCpuTime(thread);
    }

    static long used() {
      return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
  }
}
