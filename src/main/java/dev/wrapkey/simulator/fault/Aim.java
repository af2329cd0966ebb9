package dev.wrapkey.simulator.fault;

import dev.wrapkey.simulator.rest.WireRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which requests a fault meets. An empty text stands for any; {@code *} in host and path for any
 * number of characters; letter case does not matter.
 *
 * @param method one or several, with commas between
 * @param host for example {@code *.vault.azure.net}
 * @param path without the query
 * @param operation name of an {@link OperationKind}
 */
public record Aim(String method, String host, String path, String operation) {

  /** At anything. */
  public static final Aim ANY = new Aim("", "", "", "");

  boolean isAny() {
    return equals(ANY);
  }

  boolean meets(WireRequest request) {
    boolean methodFits =
        method.isEmpty()
            || Arrays.stream(method.split(","))
                .anyMatch(m -> m.trim().equalsIgnoreCase(request.method()));
    return methodFits
        && fits(host, String.valueOf(request.uri().getHost()))
        && fits(path, String.valueOf(request.uri().getPath()))
        && (operation.isEmpty()
            || OperationKind.named(operation).filter(o -> o.includes(request)).isPresent());
  }

  private static boolean fits(String glob, String text) {
    if (glob.isEmpty()) {
      return true;
    }
    String expression = Pattern.quote(glob).replace("*", "\\E.*\\Q");
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
        .matcher(text.toLowerCase(Locale.ROOT))
        .matches();
  }
}
