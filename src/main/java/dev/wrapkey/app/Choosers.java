package dev.wrapkey.app;

import dev.wrapkey.export.plan.PlanFile;
import dev.wrapkey.ui.file.FileDialogs;
import dev.wrapkey.ui.view.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The dialogs of the operating system. */
final class Choosers implements FileDialogs {

  @Override
  public Optional<Path> open() {
    return path(chooser("planfile.open.title").showOpenDialog(owner()));
  }

  @Override
  public Optional<Path> save(String name) {
    FileChooser chooser = chooser("planfile.save.title");
    chooser.setInitialFileName(name);
    return path(chooser.showSaveDialog(owner()));
  }

  @Override
  public Optional<Path> report(String name) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Texts.text("waves.report.where"));
    chooser.setInitialFileName(name);
    String ending = name.substring(name.lastIndexOf('.'));
    chooser
        .getExtensionFilters()
        .setAll(
            new FileChooser.ExtensionFilter(Texts.text("waves.report.kind", ending), "*" + ending));
    return path(chooser.showSaveDialog(owner()));
  }

  @Override
  public Optional<Path> folder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(Texts.text("template.folder"));
    return path(chooser.showDialog(owner()));
  }

  @Override
  public Optional<Path> certificate() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Texts.text("signin.certificate.choose"));
    chooser
        .getExtensionFilters()
        .setAll(
            new FileChooser.ExtensionFilter(
                Texts.text("signin.certificate.kind"), "*.pem", "*.pfx", "*.p12", "*.crt", "*.cer"),
            new FileChooser.ExtensionFilter(Texts.text("planfile.kind.any"), "*"));
    return path(chooser.showOpenDialog(owner()));
  }

  private static FileChooser chooser(String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Texts.text(title));
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(
                Texts.text("planfile.kind"),
                PlanFile.EXTENSIONS.stream().map(ending -> "*" + ending).toList()),
            new FileChooser.ExtensionFilter(Texts.text("planfile.kind.any"), "*"));
    return chooser;
  }

  private static Optional<Path> path(@Nullable File chosen) {
    return Optional.ofNullable(chosen).map(File::toPath);
  }

  private static @Nullable Window owner() {
    return Window.getWindows().stream().filter(Window::isFocused).findFirst().orElse(null);
  }
}
