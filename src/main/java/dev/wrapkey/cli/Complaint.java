package dev.wrapkey.cli;

import dev.wrapkey.export.Export;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What is said of arguments that make no sense. A secret that was put among them, where it does not
 * belong, is not repeated.
 */
final class Complaint {

  private static final Pattern USER_INFO = Pattern.compile("(://)[^\\s'\"]*@");
  private static final Pattern SECRET = Pattern.compile("(?i).*(?:secret|passw|pwd|token).*");
  private static final String SECRETS =
      " Secrets are not taken from arguments, which other programs can read: set %s, %s or %s."
          .formatted(
              Secrets.CLIENT_VARIABLE, Secrets.CERTIFICATE_VARIABLE, Export.PASSWORD_VARIABLE);

  private Complaint() {}

  /** Tells it on the standard error of the command, and answers the exit code. */
  static int tell(ParameterException refused, String[] arguments) {
    CommandLine line = refused.getCommandLine();
    String why =
        refused instanceof UnmatchedArgumentException unmatched
            ? unknown(unmatched.getUnmatched()).orElse(unmatched.getMessage())
            : refused.getMessage();
    line.getErr().println(USER_INFO.matcher(why).replaceAll("$1[removed]@") + hint(line));
    return line.getCommandSpec().exitCodeOnInvalidInput();
  }

  /** Names the options, not what was given to them. */
  private static Optional<String> unknown(List<String> unmatched) {
    List<String> options =
        unmatched.stream()
            .filter(each -> each.startsWith("-"))
            .map(each -> each.replaceFirst("(?s)=.*", ""))
            .toList();
    if (options.isEmpty()) {
      return Optional.empty();
    }
    boolean secret = options.stream().anyMatch(each -> SECRET.matcher(each).matches());
    String names = String.join("', '", options);
    return Optional.of(
        (options.size() == 1 ? "Unknown option: '" : "Unknown options: '")
            + names
            + (secret ? "'." + SECRETS : "'"));
  }

  private static String hint(CommandLine line) {
    return " (" + line.getCommandSpec().qualifiedName() + " --help tells more)";
  }
}
