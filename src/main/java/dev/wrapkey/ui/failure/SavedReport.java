package dev.wrapkey.ui.failure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A report that a person may save and hand on.
 *
 * @param files texts by name
 */
record SavedReport(SequencedMap<String, String> files) {

  /** All of it, as it is saved. */
  String text() {
    return files.entrySet().stream()
        .map(file -> "── " + file.getKey() + " ──\n" + file.getValue().stripTrailing() + "\n")
        .collect(Collectors.joining("\n"));
  }

  /** Saves it as an archive. */
  void write(Path archive) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
  }
}
