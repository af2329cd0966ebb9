package dev.wrapkey.app;

import dev.wrapkey.report.Redaction;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * One line a record, in UTC, without secrets. Of exceptions of this program and its libraries the
 * message is left out, because nobody can vouch for what stands in it; Java's own name files and
 * hosts.
 */
final class LogLine extends Formatter {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);
  private static final int FRAMES = 30;

  @Override
  public String format(LogRecord said) {
    StringBuilder line =
        new StringBuilder(MOMENT.format(said.getInstant()))
            .append(' ')
            .append(said.getLevel().getName())
            .append(' ')
            .append(said.getLoggerName())
            .append(": ")
            .append(Redaction.of(formatMessage(said)))
            .append('\n');
    Throwable each = said.getThrown();
    for (int depth = 0; each != null && depth < FRAMES; depth++) {
      trace(each, line);
      each = each.getCause();
    }
    return line.toString();
  }

  private static void trace(Throwable thrown, StringBuilder line) {
    line.append("  ").append(thrown.getClass().getName()).append(words(thrown)).append('\n');
    StackTraceElement[] frames = thrown.getStackTrace();
    for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
      line.append("    at ").append(frames[i]).append('\n');
    }
  }

  private static String words(Throwable thrown) {
    @Nullable String message = thrown.getMessage();
    return message != null && thrown.getClass().getName().startsWith("java.")
        ? ": " + Redaction.of(message)
        : "";
  }
}
