package dev.wrapkey.simulator.fault;

import dev.wrapkey.simulator.rest.WireRequest;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Which requests a fault meets. An empty text stands for any; {@code *} in host and path for any
 * number of characters; letter case does not matter.
 *
 * @param method one or several, with commas between
 * @param host for example {@code *.vault.azure.net}
 * @param path without the query; one or several, with commas between
 * @param operation name of an {@link OperationKind}
 */
public record Aim(String method, String host, String path, String operation) {

  /** At anything. */
  public static final Aim ANY = new Aim("", "", "", "");

  boolean isAny() {
    return equals(ANY);
  }

  boolean meets(WireRequest request) {
    return fits(method, request.verb())
        && fits(host, String.valueOf(request.uri().getHost()))
        && fits(path, String.valueOf(request.uri().getPath()))
        && (operation.isEmpty()
            || OperationKind.named(operation).filter(o -> o.includes(request)).isPresent());
  }

  private static boolean fits(String globs, String text) {
    return globs.isEmpty()
        || Arrays.stream(globs.split(",")).anyMatch(glob -> matches(glob.trim(), text));
  }

  private static boolean matches(String glob, String text) {
    String expression = Pattern.quote(glob).replace("*", "\\E.*\\Q");
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
        .matcher(text)
        .matches();
  }
}
