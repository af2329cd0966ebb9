package dev.wrapkey.ui.vault;

import dev.wrapkey.impact.Answer;
import dev.wrapkey.impact.Deed;
import dev.wrapkey.impact.Surroundings;
import dev.wrapkey.impact.Survey;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.rules.Loss;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.file.FileDialogs;
import dev.wrapkey.ui.task.Running;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.vault.BreakingThing.Kind;
import dev.wrapkey.ui.view.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Before you break it: a thing, an act, and what it does to which servers; and the act itself, for
 * whoever still wants it.
 */
public final class BreakingViewModel {

  private final Cloud cloud;
  private final Tasks tasks;
  private final Time time;
  private final Function<Server, Optional<Origin>> memory;
  private final BreakingReport report;
  private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.STORE);
  private final ObjectProperty<@Nullable BreakingThing> thing = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Answer> answer = new SimpleObjectProperty<>();
  private final ObservableList<BreakingThing> things = FXCollections.observableArrayList();
  private final ObservableList<Answer> answers = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper busy = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper done = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable CloudFailure> failure =
      new ReadOnlyObjectWrapper<>();
  private String wanted = "";
  private Predicate<Loss> wantedAct = loss -> true;
  private Running current = new Running();
  private @Nullable Surroundings around;

  /**
   * @param time the cloud's clock
   * @param memory what this program remembers of a server's making
   * @param dialogs ask where to save an answer
   */
  public BreakingViewModel(
      Cloud cloud,
      Tasks tasks,
      Time time,
      Function<Server, Optional<Origin>> memory,
      FileDialogs dialogs) {
    this.cloud = cloud;
    this.tasks = tasks;
    this.time = time;
    this.memory = memory;
    report = new BreakingReport(tasks, dialogs);
    kind.subscribe(now -> list());
    thing.subscribe(now -> ask());
  }

  /** Begins with a thing, by its identifier, and with an act on it. */
  public void about(String id, Predicate<Loss> act) {
    wanted = id;
    wantedAct = act;
  }

  /** Looks at everything anew; what is chosen stays chosen. */
  public void look() {
    BreakingThing chosen = thing.get();
    if (chosen != null) {
      wanted = chosen.id();
    }
    Answer given = answer.get();
    if (given != null) {
      String act = given.act();
      wantedAct = loss -> Answer.act(loss).equals(act);
    }
    begin(Texts.text("breaking.looking"));
    tasks.run(
        current, () -> Survey.of(cloud, memory, current.cancellation()), this::seen, this::failed);
  }

  private void begin(String doing) {
    current.cancel();
    current = new Running();
    failure.set(null);
    busy.set(doing);
  }

  private void seen(Surroundings found) {
    around = found;
    busy.set("");
    list();
  }

  private void list() {
    thing.set(null);
    things.setAll(around == null ? List.of() : new BreakingThings(cloud, around).of(kind.get()));
    things.stream()
        .filter(one -> one.id().equalsIgnoreCase(wanted))
        .findFirst()
        .ifPresent(thing::set);
  }

  private void ask() {
    answer.set(null);
    answers.clear();
    BreakingThing chosen = thing.get();
    Surroundings seen = around;
    if (chosen == null || seen == null) {
      return;
    }
    begin(Texts.text("breaking.asking"));
    tasks.run(
        current,
        () -> chosen.acts().get().stream().map(loss -> Answer.of(loss, seen, time.now())).toList(),
        this::answered,
        this::failed);
  }

  private void answered(List<Answer> all) {
    busy.set("");
    answers.setAll(all);
    all.stream()
        .filter(one -> wantedAct.test(one.impact().loss()))
        .findFirst()
        .or(() -> all.stream().findFirst())
        .ifPresent(answer::set);
    wantedAct = loss -> true;
  }

  private void failed(CloudFailure why) {
    busy.set("");
    failure.set(why);
  }

  /** Ends what is being looked for; what the cloud has accepted goes on. */
  void leave() {
    current.cancel();
  }

  /** Does what is shown. */
  void carryOut() {
    Answer told = answer.get();
    if (told == null || !Deed.isPossible(told.impact().loss())) {
      return;
    }
    current.cancel();
    failure.set(null);
    done.set("");
    busy.set(Texts.text("breaking.doing", told.act()));
    tasks.run(
        () -> {
          new Deed(cloud, time).carryOut(told.impact().loss(), told.around(), new Cancellation());
          return told;
        },
        this::broken,
        this::failed);
  }

  private void broken(Answer told) {
    done.set(
        Texts.text(
            told.impact().breaksSomething() ? "breaking.done.breaks" : "breaking.done",
            told.act()));
    answer.set(null);
    look();
  }

  BreakingReport report() {
    return report;
  }

  ObjectProperty<Kind> kindProperty() {
    return kind;
  }

  ObjectProperty<@Nullable BreakingThing> thingProperty() {
    return thing;
  }

  /** The act that is chosen, with what it does; null for none. */
  ObjectProperty<@Nullable Answer> answerProperty() {
    return answer;
  }

  ObservableList<BreakingThing> things() {
    return things;
  }

  ObservableList<Answer> answers() {
    return answers;
  }

  /** What goes on; empty for nothing. */
  ReadOnlyStringProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** What was done last; empty for nothing. */
  ReadOnlyStringProperty doneProperty() {
    return done.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable CloudFailure> failureProperty() {
    return failure.getReadOnlyProperty();
  }
}
