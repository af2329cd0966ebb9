package dev.wrapkey.ui.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a bug: a stable code and where it happened. Messages of exceptions are left out,
 * because nobody can vouch for what stands in them.
 *
 * @param code the same for the same place in the program
 * @param text class names and places, one a line
 */
record UnexpectedReport(String code, String text) {

  private static final int FRAMES = 25;

  static UnexpectedReport of(Throwable bug) {
    List<String> lines = new ArrayList<>();
    for (@Nullable Throwable each = bug; each != null; each = each.getCause()) {
      lines.add(each.getClass().getName());
      for (StackTraceElement frame :
          List.of(each.getStackTrace()).stream().limit(FRAMES).toList()) {
        lines.add("  " + frame);
      }
    }
    return new UnexpectedReport(code(bug), lines.stream().collect(Collectors.joining("\n")));
  }

  private static String code(Throwable bug) {
    int place = bug.getClass().getName().hashCode();
    for (StackTraceElement frame : bug.getStackTrace()) {
      if (frame.getClassName().startsWith("dev.wrapkey.")) {
        place = 31 * place + (frame.getClassName() + frame.getMethodName()).hashCode();
        break;
      }
    }
    return String.format(Locale.ROOT, "WK-%08X", place);
  }
}
