package installer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Debian's file of that name: which library is under which licence, and where the texts are. */
final class Copyright {

  private Copyright() {}

  static void write(Path licences, Path copyright) throws IOException {
    Map<String, List<String>> byLicence = new TreeMap<>();
    for (JsonNode each : new ObjectMapper().readTree(licences.toFile())) {
      byLicence
          .computeIfAbsent(each.path("licence").asText(), _ -> new ArrayList<>())
          .add("  " + each.path("name").asText() + " " + each.path("version").asText());
    }
    StringBuilder text =
        new StringBuilder("Wrapkey is by its authors. The package holds these works of others.\n");
    byLicence.forEach(
        (licence, names) ->
            text.append('\n')
                .append(licence)
                .append(":\n")
                .append(String.join("\n", names))
                .append('\n'));
    text.append(
        """

        GPL-2.0-only WITH Classpath-exception-2.0:
          the Java runtime; notices of its parts are in /opt/wrapkey/lib/runtime/legal

        The texts are in /opt/wrapkey/lib/app/licences; where there is a choice, the text of one.
        All parts with versions and hashes: /opt/wrapkey/lib/app/bom.json
        """);
    Files.writeString(copyright, text);
  }
}
