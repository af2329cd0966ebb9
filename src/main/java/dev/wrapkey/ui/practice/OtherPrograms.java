package dev.wrapkey.ui.practice;

import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.view.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Opens the practice cloud to other programs and shows what they do there. The same for the page
 * and for the bar above every page.
 */
public final class OtherPrograms {

  /** How far the door is. */
  public enum State {
    CLOSED,
    OPENING,
    OPEN,
    CLOSING
  }

  /** What the port field begins with. */
  public static final String USUAL_PORT = "8787";

  private static final int MOST_PORT = 65_535;
  private static final int KEPT = 500;

  private final PracticeGateway gateway;
  private final Tasks tasks;
  private final StringProperty port = new SimpleStringProperty(USUAL_PORT);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.CLOSED);
  private final ReadOnlyObjectWrapper<Optional<PracticeGateway.Access>> access =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObservableList<PracticeGateway.Request> requests =
      FXCollections.observableArrayList();
  private final ObservableList<PracticeGateway.Request> readOnly =
      FXCollections.unmodifiableObservableList(requests);
  private Runnable changed = () -> {};
  private long last;

  public OtherPrograms(PracticeGateway gateway, Tasks tasks) {
    this.gateway = gateway;
    this.tasks = tasks;
    port.subscribe(typed -> problem.set(""));
  }

  /** What to do when another program has changed something. */
  public void onChange(Runnable action) {
    changed = action;
  }

  /** Opens the door at the port that is entered, or says at the field why not. */
  public void open() {
    if (state.get() != State.CLOSED) {
      return;
    }
    Optional<Integer> number = number(port.get());
    if (number.isEmpty()) {
      problem.set(Texts.text("practice.port.problem"));
      return;
    }
    problem.set("");
    state.set(State.OPENING);
    tasks.run(() -> gateway.open(number.get()), this::opened, OtherPrograms::never);
  }

  private void opened(PracticeGateway.Attempt attempt) {
    last = 0;
    access.set(attempt.access());
    problem.set(attempt.problem());
    state.set(attempt.access().isPresent() ? State.OPEN : State.CLOSED);
  }

  /** Closes the door. What was seen stays in the list. */
  public void close() {
    if (state.get() != State.OPEN) {
      return;
    }
    look();
    state.set(State.CLOSING);
    tasks.run(
        () -> {
          gateway.close();
          return true;
        },
        done -> {
          access.set(Optional.empty());
          state.set(State.CLOSED);
        },
        OtherPrograms::never);
  }

  /** Looks what has been done since the last look; to be called every second. */
  public void look() {
    if (state.get() != State.OPEN) {
      return;
    }
    List<PracticeGateway.Request> news = gateway.since(last);
    if (news.isEmpty()) {
      return;
    }
    last = news.getLast().number();
    news.forEach(each -> requests.addFirst(each));
    if (requests.size() > KEPT) {
      requests.remove(KEPT, requests.size());
    }
    if (news.stream().anyMatch(each -> Deed.of(each).isWrite() && each.status() < 400)) {
      changed.run();
    }
  }

  /** Forgets what was seen. */
  public void clear() {
    requests.clear();
  }

  private static Optional<Integer> number(String text) {
    String trimmed = text.strip();
    if (!trimmed.matches("\\d{1,5}")) {
      return Optional.empty();
    }
    return Optional.of(Integer.parseInt(trimmed)).filter(number -> number <= MOST_PORT);
  }

  private static void never(dev.wrapkey.provisioning.CloudFailure impossible) {
    throw impossible; // the door is on this machine and asks no cloud
  }

  /** Where to listen, as text; 0 for any free port. */
  public StringProperty portProperty() {
    return port;
  }

  /** What is wrong with the port; empty if nothing. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Empty unless the door is open. */
  public ReadOnlyObjectProperty<Optional<PracticeGateway.Access>> accessProperty() {
    return access.getReadOnlyProperty();
  }

  /** What other programs did, newest first. */
  public ObservableList<PracticeGateway.Request> requests() {
    return readOnly;
  }
}
