package dev.wrapkey.app;

import dev.wrapkey.report.Redaction;
import dev.wrapkey.ui.about.Build;
import dev.wrapkey.ui.failure.Evidence;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a report of a bug holds: where it happened, what runs here, the settings, and the end of the
 * log. Everything goes through redaction once more, and the person's home folder is not named.
 *
 * @param settings the settings as they are
 * @param logs the folder of the logs
 */
record CrashEvidence(Supplier<SequencedMap<String, String>> settings, Path logs)
    implements Evidence {

  private static final int LOG_BYTES = 64 * 1024;

  @Override
  public SequencedMap<String, String> collect(String happened) {
    SequencedMap<String, String> files = new LinkedHashMap<>();
    files.put("what-happened.txt", clean(happened));
    files.put("program.txt", clean(program()));
    files.put("settings.txt", clean(lines(settings.get())));
    files.put("log.txt", clean(LogFile.tail(logs, LOG_BYTES)));
    return files;
  }

  private static String program() {
    Build build = Build.here("");
    return "Wrapkey "
        + build.version()
        + "\nJava "
        + build.java()
        + "\nJavaFX "
        + build.javafx()
        + "\nSystem "
        + build.system()
        + "\nMemory "
        + Runtime.getRuntime().totalMemory() / (1 << 20)
        + " of "
        + Runtime.getRuntime().maxMemory() / (1 << 20)
        + " MiB\n";
  }

  private static String lines(Map<String, String> values) {
    return values.entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private static String clean(String text) {
    String home = System.getProperty("user.home", "");
    String left = Redaction.of(text);
    return home.length() > 1 ? left.replace(home, "~") : left;
  }
}
