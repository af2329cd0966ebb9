package dev.wrapkey.ui.about;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A library that the program is made of, and its terms.
 *
 * @param name of the library
 * @param version that is inside
 * @param terms name of the licence
 * @param address where its text is; empty if nobody says
 */
public record Licence(String name, String version, String terms, String address) {

  static final String FILE = "/dev/wrapkey/licences.json";

  /** Those that packaging has found, by name; none where the program was not packaged. */
  public static List<Licence> all() {
    try (InputStream in = Licence.class.getResourceAsStream(FILE)) {
      return in == null ? List.of() : read(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(FILE, unreadable);
    }
  }

  static List<Licence> read(InputStream json) throws IOException {
    List<Licence> found = new ArrayList<>();
    for (JsonNode each : new ObjectMapper().readTree(json)) {
      found.add(
          new Licence(
              each.path("name").asText(""),
              each.path("version").asText(""),
              each.path("licence").asText(""),
              each.path("url").asText("")));
    }
    found.sort(Comparator.comparing(Licence::name, String.CASE_INSENSITIVE_ORDER));
    return List.copyOf(found);
  }
}
