package dev.wrapkey.ui.vault;

import dev.wrapkey.impact.Answer;
import dev.wrapkey.language.FileProblem;
import dev.wrapkey.ui.file.FileDialogs;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.view.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Saves answers as text. */
final class BreakingReport {

  private static final String NAME = "before-you-break-it.txt";

  private final Tasks tasks;
  private final FileDialogs dialogs;
  private final ReadOnlyStringWrapper news = new ReadOnlyStringWrapper("");

  BreakingReport(Tasks tasks, FileDialogs dialogs) {
    this.tasks = tasks;
    this.dialogs = dialogs;
  }

  void save(Answer answer) {
    dialogs
        .report(NAME)
        .ifPresent(file -> tasks.run(() -> write(file, answer.text()), news::set, why -> {}));
  }

  private static String write(Path file, String text) {
    try {
      Files.writeString(file, text);
      return Texts.text("breaking.saved", file);
    } catch (IOException unusable) {
      return Texts.text("breaking.unsaved", file, FileProblem.reason(unusable));
    }
  }

  /** Where the last answer was saved, or why not; empty for none. */
  ReadOnlyStringProperty newsProperty() {
    return news.getReadOnlyProperty();
  }
}
