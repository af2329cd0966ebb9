package dev.wrapkey.planted.ui;

import java.nio.file.Files;
import java.nio.file.Path;

final class FileView {

  boolean there(Path path) {
    return Files.exists(path);
  }
}
