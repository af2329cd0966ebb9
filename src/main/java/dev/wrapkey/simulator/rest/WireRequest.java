package dev.wrapkey.simulator.rest;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

/**
 * A request as it arrives, whatever carried it.
 *
 * @param method upper case
 * @param uri absolute, with the host it was sent to
 * @param headers names in lower case
 * @param body empty if there is none
 */
public record WireRequest(String method, URI uri, Map<String, String> headers, byte[] body) {

  private static final String QUERY = "/providers/microsoft.resourcegraph/resources";

  /** The method, but {@code GET} for a question that is sent by {@code POST}. */
  public String verb() {
    return method.equals("POST")
            && String.valueOf(uri.getPath()).toLowerCase(Locale.ROOT).equals(QUERY)
        ? "GET"
        : method;
  }

  /** A header's value, or an empty text. */
  public String header(String lowerCaseName) {
    return headers.getOrDefault(lowerCaseName, "");
  }
}
