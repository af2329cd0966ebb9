import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Google's Java formatter over all Java files of some folders; Maven starts it in a JDK that can
 * read our sources. See docs/decisions/formatter.md.
 *
 * <p>Usage: {@code Format check|apply REPORT FOLDER...}. "check" names the files that are not
 * formatted and leaves their names in the file REPORT; without such files there is no REPORT.
 */
public final class Format {

  private record Source(Path file, String text, String formatted) {

    boolean isFormatted() {
      return text.equals(formatted);
    }
  }

  private Format() {}

  public static void main(String[] args) throws IOException {
    List<Source> wrong =
        Stream.of(args)
            .skip(2)
            .map(Path::of)
            .flatMap(Format::filesIn)
            .parallel()
            .map(Format::read)
            .filter(source -> !source.isFormatted())
            .toList();
    if (args[0].equals("apply")) {
      apply(wrong);
    } else {
      report(wrong, Path.of(args[1]));
    }
  }

  private static void apply(List<Source> wrong) throws IOException {
    for (Source source : wrong) {
      Files.writeString(source.file, source.formatted);
    }
  }

  private static void report(List<Source> wrong, Path report) throws IOException {
    Files.deleteIfExists(report);
    if (!wrong.isEmpty()) {
      List<String> names = wrong.stream().map(source -> "not formatted: " + source.file).toList();
      names.forEach(System.err::println);
      Files.write(report, names);
    }
  }

  private static Stream<Path> filesIn(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Source read(Path file) {
    try {
      String text = Files.readString(file);
      return new Source(file, text, format(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FormatterException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  /** Rewrapped comments sometimes come out differently once more, so: until nothing changes. */
  private static String format(String text) throws FormatterException {
    String formatted = new Formatter().formatSourceAndFixImports(text);
    return formatted.equals(text) ? text : format(formatted);
  }
}
