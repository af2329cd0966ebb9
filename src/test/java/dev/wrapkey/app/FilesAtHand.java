package dev.wrapkey.app;

import dev.wrapkey.ui.file.FileDialogs;
import java.nio.file.Path;
import java.util.Optional;

/** A person who has one folder in mind, and in it one plan. */
final class FilesAtHand implements FileDialogs {

  private Optional<Path> folder = Optional.empty();
  private Optional<Path> plan = Optional.empty();

  void have(Path newFolder, Path newPlan) {
    folder = Optional.of(newFolder);
    plan = Optional.of(newPlan);
  }

  @Override
  public Optional<Path> open() {
    return plan;
  }

  @Override
  public Optional<Path> save(String name) {
    return plan;
  }

  @Override
  public Optional<Path> report(String name) {
    return folder.map(at -> at.resolve(name));
  }

  @Override
  public Optional<Path> folder() {
    return folder;
  }

  @Override
  public Optional<Path> certificate() {
    return plan;
  }
}
