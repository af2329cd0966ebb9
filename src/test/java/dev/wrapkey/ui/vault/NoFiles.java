package dev.wrapkey.ui.vault;

import dev.wrapkey.ui.file.FileDialogs;
import java.nio.file.Path;
import java.util.Optional;

/** A person who always changes their mind. */
final class NoFiles implements FileDialogs {

  @Override
  public Optional<Path> open() {
    return Optional.empty();
  }

  @Override
  public Optional<Path> save(String name) {
    return Optional.empty();
  }

  @Override
  public Optional<Path> report(String name) {
    return Optional.empty();
  }

  @Override
  public Optional<Path> folder() {
    return Optional.empty();
  }

  @Override
  public Optional<Path> certificate() {
    return Optional.empty();
  }
}
