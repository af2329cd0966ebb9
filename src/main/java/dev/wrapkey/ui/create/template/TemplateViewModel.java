package dev.wrapkey.ui.create.template;

import dev.wrapkey.export.Export;
import dev.wrapkey.export.Exported;
import dev.wrapkey.export.Format;
import dev.wrapkey.language.FileProblem;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.ui.file.FileDialogs;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.view.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** A plan as files for other programs, to read, copy and keep. */
public final class TemplateViewModel {

  /**
   * A file.
   *
   * @param format what it belongs to
   * @param file its name
   * @param text its content, or why there is none
   * @param isThere whether the format can say all that is in the plan
   */
  record Tab(Format format, String file, String text, boolean isThere) {}

  private static final Set<String> NAMED =
      Set.of(
          "template.json",
          "parameters.json",
          "main.bicep",
          "main.bicepparam",
          "create-server.sh",
          "create-server.ps1",
          "main.tf");

  private final Plan plan;
  private final Tasks tasks;
  private final FileDialogs dialogs;
  private final List<Tab> tabs;
  private final ObjectProperty<Tab> current;
  private final ReadOnlyStringWrapper news = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();

  public TemplateViewModel(Plan plan, Tasks tasks, FileDialogs dialogs) {
    this.plan = plan;
    this.tasks = tasks;
    this.dialogs = dialogs;
    tabs = Arrays.stream(Format.values()).flatMap(format -> tabs(plan, format)).toList();
    current = new SimpleObjectProperty<>(tabs.getFirst());
  }

  private static Stream<Tab> tabs(Plan plan, Format format) {
    return Export.refusal(plan, format)
        .map(why -> Stream.of(new Tab(format, "main.tf", why, false)))
        .orElseGet(
            () ->
                Export.of(plan, format).stream()
                    .map(file -> new Tab(format, file.name(), file.text(), true)));
  }

  List<Tab> tabs() {
    return tabs;
  }

  ObjectProperty<Tab> currentProperty() {
    return current;
  }

  /** What a tab is called. */
  String name(Tab tab) {
    return NAMED.contains(tab.file())
        ? Texts.text("template.tab." + tab.file())
        : Texts.text("template.module", tab.file());
  }

  /** The command that makes the server from the files of a tab. */
  String command(Tab tab) {
    return Texts.text("template.run." + tab.format(), plan.basics().group());
  }

  /** What became of the last download, empty for nothing. */
  ReadOnlyStringProperty newsProperty() {
    return news.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty failedProperty() {
    return failed.getReadOnlyProperty();
  }

  /** Saves all files of the format that is looked at. */
  void download() {
    List<Exported> files = Export.of(plan, current.get().format());
    dialogs
        .folder()
        .ifPresent(
            folder ->
                tasks.run(
                    () -> save(folder, files),
                    why -> tell(folder, files, why),
                    impossible -> tell(folder, files, impossible.details())));
  }

  private static String save(Path folder, List<Exported> files) {
    try {
      for (Exported file : files) {
        Files.writeString(folder.resolve(file.name()), file.text());
      }
      return "";
    } catch (IOException unusable) {
      return FileProblem.reason(unusable);
    }
  }

  private void tell(Path folder, List<Exported> files, String why) {
    failed.set(!why.isEmpty());
    news.set(
        why.isEmpty()
            ? Texts.text(
                "template.saved",
                folder,
                files.stream().map(Exported::name).collect(Collectors.joining(", ")))
            : Texts.text("template.failed", folder, why));
  }
}
