package dev.wrapkey.encryption;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The Wycheproof vectors, where this machine has them: a folder {@code shared} beside the project.
 */
public final class Wycheproof {

  private static final List<Path> PLACES =
      List.of(
          Path.of("..", "shared", "vectors", "wycheproof"),
          Path.of("..", "..", "shared", "vectors", "wycheproof"));

  private Wycheproof() {}

  /** One test of a group. */
  public record Vector(JsonNode group, JsonNode test) {

    public byte[] bytes(String field) {
      return HexFormat.of().parseHex(test.get(field).asText());
    }

    public byte[] groupBytes(String field) {
      return HexFormat.of().parseHex(group.get(field).asText());
    }

    public boolean mustFail() {
      return test.get("result").asText().equals("invalid");
    }

    public boolean mayFail() {
      return !test.get("result").asText().equals("valid");
    }

    @Override
    public String toString() {
      return test.get("tcId").asText() + " (" + test.get("comment").asText() + ")";
    }
  }

  /** The vectors of a file whose group and test satisfy {@code concerned}. */
  public static List<Vector> vectors(String file, BiPredicate<JsonNode, JsonNode> concerned) {
    Path folder = PLACES.stream().filter(Files::isDirectory).findFirst().orElse(null);
    Assumptions.assumeTrue(
        folder != null, "no Wycheproof vectors in ../shared/vectors/wycheproof: skipped");
    try {
      JsonNode groups =
          new ObjectMapper().readTree(folder.resolve(file).toFile()).get("testGroups");
      return Stream.iterate(0, group -> group < groups.size(), group -> group + 1)
          .map(groups::get)
          .flatMap(group -> tests(group).filter(vector -> concerned.test(group, vector.test())))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of all files there are; none where this machine has no vectors. */
  public static List<String> files() {
    Path folder = PLACES.stream().filter(Files::isDirectory).findFirst().orElse(null);
    Assumptions.assumeTrue(
        folder != null, "no Wycheproof vectors in ../shared/vectors/wycheproof: skipped");
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith("_test.json"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Vector> tests(JsonNode group) {
    JsonNode tests = group.get("tests");
    return Stream.iterate(0, test -> test < tests.size(), test -> test + 1)
        .map(test -> new Vector(group, tests.get(test)));
  }
}
