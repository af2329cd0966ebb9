package dev.wrapkey.ui.create.planfile;

import dev.wrapkey.export.plan.PlanFile;
import dev.wrapkey.export.plan.PlanUnreadable;
import dev.wrapkey.language.FileProblem;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.ui.file.FileDialogs;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.view.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Keeps what the wizard holds in files, without its password. */
public final class PlanFileViewModel {

  private record Read(Optional<Plan> plan, String problem) {}

  private final Tasks tasks;
  private final FileDialogs dialogs;
  private final Supplier<Plan> now;
  private final BooleanSupplier mayReplace;
  private final Predicate<Plan> fill;
  private final ReadOnlyStringWrapper news = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();

  /**
   * @param now what the wizard holds
   * @param mayReplace asks whether that may be thrown away
   * @param fill has the wizard show a plan; false if it could not take over all of it
   */
  public PlanFileViewModel(
      Tasks tasks,
      FileDialogs dialogs,
      Supplier<Plan> now,
      BooleanSupplier mayReplace,
      Predicate<Plan> fill) {
    this.tasks = tasks;
    this.dialogs = dialogs;
    this.now = now;
    this.mayReplace = mayReplace;
    this.fill = fill;
  }

  /** What became of the last file, empty for nothing. */
  ReadOnlyStringProperty newsProperty() {
    return news.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty failedProperty() {
    return failed.getReadOnlyProperty();
  }

  void save() {
    Plan plan = now.get();
    String name = plan.basics().name().isEmpty() ? "plan" : plan.basics().name();
    dialogs
        .save(name + PlanFile.extensionOn(System.getProperty("os.name")))
        .ifPresent(file -> save(plan, file));
  }

  private void save(Plan plan, Path file) {
    tasks.run(
        () -> write(plan, file),
        problem ->
            tell(
                !problem.isEmpty(),
                problem.isEmpty()
                    ? Texts.text("planfile.saved", file.getFileName())
                    : Texts.text("planfile.unsaved", problem)),
        impossible -> tell(true, impossible.details()));
  }

  private static String write(Plan plan, Path file) {
    try {
      Files.writeString(file, PlanFile.write(plan));
      return "";
    } catch (IOException unusable) {
      return FileProblem.of(unusable);
    }
  }

  /** Asks for a plan and shows it in the wizard, in the place of what was there. */
  public void open() {
    dialogs.open().ifPresent(this::open);
  }

  /** Shows the plan of a file in the wizard, in the place of what was there. */
  public void open(Path file) {
    tasks.run(
        () -> read(file),
        answer ->
            answer
                .plan()
                .ifPresentOrElse(
                    plan -> show(plan, file),
                    () -> tell(true, Texts.text("planfile.unread", answer.problem()))),
        impossible -> tell(true, impossible.details()));
  }

  private static Read read(Path file) {
    try {
      return new Read(Optional.of(PlanFile.read(Files.readString(file))), "");
    } catch (PlanUnreadable bad) {
      return new Read(Optional.empty(), String.valueOf(bad.getMessage()));
    } catch (IOException unreadable) {
      return new Read(Optional.empty(), FileProblem.of(unreadable));
    }
  }

  private void show(Plan plan, Path file) {
    if (!mayReplace.getAsBoolean()) {
      tell(false, "");
      return;
    }
    boolean whole = fill.test(plan);
    tell(!whole, Texts.text(whole ? "planfile.opened" : "planfile.part", file.getFileName()));
  }

  private void tell(boolean isFailure, String words) {
    failed.set(isFailure);
    news.set(words);
  }
}
