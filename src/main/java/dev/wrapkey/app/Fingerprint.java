package dev.wrapkey.app;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Which build of the program this is: builds of the same sources have the same. */
final class Fingerprint {

  private Fingerprint() {}

  /** SHA-256 of the archive that the program runs from; empty if it runs from class files. */
  static String ofThisProgram() throws IOException {
    Optional<CodeSource> source =
        Optional.ofNullable(Main.class.getProtectionDomain().getCodeSource());
    if (source.isEmpty()) {
      return "";
    }
    try {
      Path place = Path.of(source.get().getLocation().toURI());
      return Files.isRegularFile(place) ? of(place) : "";
    } catch (URISyntaxException elsewhere) {
      return "";
    }
  }

  static String of(Path file) throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      in.skipNBytes(Files.size(file));
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // every Java has it
    }
  }
}
