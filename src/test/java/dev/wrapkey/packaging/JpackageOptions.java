package dev.wrapkey.packaging;

import installer.Os;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The options that jpackage takes on a system. {@code --help} tells only those of the system that
 * it runs on; the texts of which it is made lie in every JDK for all three (seen in Temurin 25.0.3
 * for Linux, 22 November 2026).
 */
final class JpackageOptions {

  private static final String TEXTS =
      "/modules/jdk.jpackage/jdk/jpackage/internal/resources/HelpResources.properties";

  private static final Pattern OPTION = Pattern.compile("(?m)^ {2}(--[a-z][a-z-]*)");

  private static final Map<Os, List<String>> PARTS =
      Map.of(
          Os.LINUX, List.of("MSG_Help_linux_install"),
          Os.WINDOWS, List.of("MSG_Help_win_install", "MSG_Help_win_launcher"),
          Os.MACOS, List.of("MSG_Help_mac_install", "MSG_Help_mac_launcher"));

  private JpackageOptions() {}

  static Set<String> of(Os os) throws IOException {
    Properties texts = new Properties();
    Path file = FileSystems.getFileSystem(URI.create("jrt:/")).getPath(TEXTS);
    try (InputStream in = Files.newInputStream(file)) {
      texts.load(in);
    }
    List<String> parts = new ArrayList<>(List.of("MSG_Help"));
    parts.addAll(PARTS.get(os));
    Set<String> options = new TreeSet<>();
    for (String part : parts) {
      OPTION
          .matcher(texts.getProperty(part))
          .results()
          .forEach(found -> options.add(found.group(1)));
    }
    return options;
  }
}
