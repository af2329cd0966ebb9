package dev.wrapkey.simulator.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTemplateTest {

  @Test
  void namesTakeOneSegmentEachDecoded() {
    assertEquals(
        Optional.of(Map.of("sub", "s 1", "name", "a+b/c")),
        match("/subscriptions/{sub}/keys/{name}", "/subscriptions/s%201/keys/a+b%2Fc"));
  }

  @ParameterizedTest
  @CsvSource({
    "/keys/{name}, /KEYS/k, true",
    "/keys/{name}, /keys//k/, true",
    "/keys/{name}, /secrets/k, false",
    "/keys/{name}, /keys, false",
    "/keys/{name}, /keys/k/v, false",
    "/keys, /, false",
    "/, /, true",
    "/, /keys, false",
  })
  void fixedSegmentsDecideWhateverTheirLetterCase(String template, String path, boolean fits) {
    assertEquals(fits, match(template, path).isPresent());
  }

  @ParameterizedTest
  @CsvSource({
    "/subscriptions/S/resourceGroups/G/providers/P/locks/l, /subscriptions/S/resourceGroups/G",
    "/subscriptions/S/providers/P/locks/l, /subscriptions/S",
    "/providers/P/locks/l, /",
  })
  void aScopeTakesWhatIsBeforeTheRest(String path, String scope) {
    assertEquals(
        Optional.of(Map.of("scope", scope, "name", "l")),
        match("{scope}/providers/P/locks/{name}", path));
  }

  @Test
  void aScopeDoesNotMakeUpForWhatIsMissing() {
    assertEquals(Optional.empty(), match("{scope}/providers/P/locks/{name}", "/P/locks/l"));
  }

  @Test
  void aPathThatCannotBeDecodedIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> PathTemplate.segments("/keys/%zz"));
  }

  private static Optional<Map<String, String>> match(String template, String path) {
    return new PathTemplate(template).match(PathTemplate.segments(path));
  }
}
