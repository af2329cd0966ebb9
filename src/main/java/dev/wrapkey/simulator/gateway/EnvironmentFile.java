package dev.wrapkey.simulator.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * {@code practice.env}: what a client needs to sign in to the practice cloud, as lines of a shell.
 * Readable by its owner only; the secrets in it open nothing but practice.
 */
public record EnvironmentFile(Path path) {

  static final String TOKEN = "PRACTICE_TOKEN";
  static final String GATEWAY = "PRACTICE_GATEWAY";

  /** The file of a state folder. */
  public static EnvironmentFile in(Path folder) {
    return new EnvironmentFile(folder.resolve("practice.env"));
  }

  void write(Map<String, String> values) throws IOException {
    String text =
        new TreeMap<>(values)
            .entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue() + "\n")
                .collect(Collectors.joining());
    Path draft = path.resolveSibling(path.getFileName() + ".new");
    Files.deleteIfExists(draft);
    Files.createFile(draft);
    if (Files.getFileAttributeView(draft, PosixFileAttributeView.class) != null) {
      Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
    }
    Files.writeString(draft, text);
    Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The token of the control interface. */
  public String token() throws IOException {
    return read(TOKEN);
  }

  /** Where the gateway listens, for example {@code http://127.0.0.1:8787}. */
  public String gateway() throws IOException {
    return read(GATEWAY);
  }

  private String read(String name) throws IOException {
    Properties values = new Properties();
    try (InputStream in = Files.newInputStream(path)) {
      values.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return values.getProperty(name, "");
  }
}
