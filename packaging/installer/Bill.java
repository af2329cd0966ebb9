package installer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The bill of materials (CycloneDX): Maven knows what the libraries are, this adds what is in the
 * package: the files' own hashes (some jars are without their signatures), the licences in SPDX's
 * words, and the runtime.
 */
public final class Bill {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path input;
  private final Map<String, String> licences = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  private Bill(Path input, JsonNode licences) {
    this.input = input;
    for (JsonNode each : licences) {
      this.licences.put(each.path("name").asText(), each.path("licence").asText());
    }
  }

  /**
   * Writes {@code bom.json} into a folder of jars.
   *
   * @param maven what Maven wrote
   * @param licences {@code licences.json}
   * @param release the runtime's file of that name
   * @throws IllegalStateException if a jar is not in the bill, or something of the bill not there
   */
  public static void write(Path maven, Path licences, Path release, Path input) throws IOException {
    ObjectNode bill = (ObjectNode) JSON.readTree(maven.toFile());
    Bill complete = new Bill(input, JSON.readTree(licences.toFile()));
    complete.fill(bill);
    bill.withArray("components").add(runtime(release));
    if (!complete.problems.isEmpty()) {
      throw new IllegalStateException(String.join("\n", complete.problems));
    }
    JSON.writerWithDefaultPrettyPrinter().writeValue(input.resolve("bom.json").toFile(), bill);
  }

  private void fill(ObjectNode bill) throws IOException {
    Map<String, Path> jars = new TreeMap<>();
    for (Path file : Folders.files(input)) {
      if (file.toString().endsWith(".jar")) {
        jars.put(file.getFileName().toString(), file);
      }
    }
    ObjectNode program = (ObjectNode) bill.path("metadata").path("component");
    hash(program, jars.remove(file(program)));
    for (JsonNode each : bill.withArray("components")) {
      ObjectNode component = (ObjectNode) each;
      hash(component, jars.remove(file(component)));
      license(component);
    }
    jars.keySet().forEach(name -> problems.add("not in the bill of materials: " + name));
  }

  /** A jar's name, from the address of its package: {@code pkg:maven/g/a@v?classifier=linux}. */
  private static String file(JsonNode component) {
    String purl = component.path("purl").asText();
    String name = component.path("name").asText() + "-" + component.path("version").asText();
    int at = purl.indexOf("classifier=");
    String classifier = at < 0 ? "" : "-" + purl.substring(at + 11).replaceAll("&.*", "");
    return name + classifier + ".jar";
  }

  private void hash(ObjectNode component, Path jar) throws IOException {
    if (jar == null) {
      problems.add("not in the package: " + file(component));
      return;
    }
    ObjectNode hash = JSON.createObjectNode();
    hash.put("alg", "SHA-256").put("content", sha256(jar));
    ArrayNode published = component.withArray("hashes");
    for (JsonNode each : published) {
      if (each.path("alg").asText().equals("SHA-256") && !each.equals(hash)) {
        component
            .putObject("pedigree")
            .put(
                "notes",
                "Without its signatures or parts for other systems; published with SHA-256 "
                    + each.path("content").asText());
      }
    }
    component.putArray("hashes").add(hash);
  }

  private void license(ObjectNode component) {
    String name = component.path("group").asText() + ":" + component.path("name").asText();
    String licence = licences.get(name);
    if (licence == null) {
      problems.add("without a licence: " + name);
      return;
    }
    ArrayNode list = component.putArray("licenses");
    if (licence.startsWith("Bouncy")) {
      list.addObject().putObject("license").put("name", licence);
    } else {
      list.addObject().put("expression", licence.replace(" or ", " OR "));
    }
  }

  private static ObjectNode runtime(Path release) throws IOException {
    Properties properties = new Properties();
    try (var in = Files.newBufferedReader(release)) {
      properties.load(in);
    }
    String version = properties.getProperty("JAVA_VERSION").replace("\"", "");
    ObjectNode runtime = JSON.createObjectNode();
    runtime.put("type", "platform").put("bom-ref", "java-runtime").put("name", "OpenJDK runtime");
    runtime.put("version", version);
    runtime
        .putArray("licenses")
        .addObject()
        .put("expression", "GPL-2.0-only WITH Classpath-exception-2.0");
    return runtime;
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
