package dev.wrapkey.ui.about;

import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.view.Texts;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What this program is. */
public final class AboutViewModel {

  /** One line of it. */
  record Fact(String name, String value) {

    /** Whether it is for machines rather than people. */
    boolean isIdentifier() {
      return value.matches("[0-9a-f]{64}");
    }
  }

  /** Whether the licences are known. */
  enum State {
    READING,
    THERE,
    MISSING
  }

  private static final Build UNREAD = new Build("", "", "", "", "");

  private final ReadOnlyObjectWrapper<Build> build = new ReadOnlyObjectWrapper<>(UNREAD);
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.READING);
  private final ObservableList<Licence> licences = FXCollections.observableArrayList();

  /**
   * @param here reads what runs here; takes a moment
   * @param terms reads the licences of its libraries
   */
  public AboutViewModel(Tasks tasks, Callable<Build> here, Callable<List<Licence>> terms) {
    tasks.run(here, build::set, impossible -> build.set(UNREAD));
    tasks.run(terms, this::show, impossible -> state.set(State.MISSING));
  }

  private void show(List<Licence> found) {
    licences.setAll(found);
    state.set(found.isEmpty() ? State.MISSING : State.THERE);
  }

  /** Everything at once, one line each, once it has been read. */
  List<Fact> facts() {
    Build now = build.get();
    return List.of(
        fact("about.version", now.version()),
        fact(
            "about.build",
            now.fingerprint().isEmpty() ? Texts.text("about.build.loose") : now.fingerprint()),
        fact("about.java", now.java()),
        fact("about.javafx", now.javafx()),
        fact("about.system", now.system()));
  }

  /** The same to send to somebody. */
  String text() {
    return Texts.text("about.name")
        + "\n"
        + facts().stream()
            .map(fact -> fact.name() + ": " + fact.value())
            .collect(Collectors.joining("\n"));
  }

  ReadOnlyObjectProperty<Build> buildProperty() {
    return build.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** By name. */
  ObservableList<Licence> licences() {
    return licences;
  }

  private static Fact fact(String key, String value) {
    return new Fact(Texts.text(key), value);
  }
}
