package dev.wrapkey.encryption;

import static dev.wrapkey.encryption.Given.ID;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A volume in a file of its own. */
abstract class FiledVolume {

  @TempDir Path folder;
  final PracticeKek kek = new PracticeKek("https://v.vault.azure.net/keys/k/1");
  Path file;

  @BeforeEach
  void place() {
    file = folder.resolve("data.vol");
  }

  Volume open() throws KeyUnavailable {
    return Volume.open(file, ID, kek, Given.RANDOM);
  }

  void filled(int pages) throws KeyUnavailable {
    try (Volume volume = Volume.create(file, ID, kek, Given.RANDOM)) {
      volume.write(0, Given.pages(pages));
    }
  }
}
