package dev.wrapkey.ui.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class JsonTextTest {

  @Test
  void valuesAreWrittenWithTwoSpacesALevel() {
    SequencedMap<String, Object> map = new LinkedHashMap<>();
    map.put("name", "a \"b\" \\ c\nd\u0001");
    map.put("count", 3);
    map.put("on", true);
    map.put("list", List.of("x", Map.of("y", "z")));
    map.put("none", List.of());
    assertThat(JsonText.of(map))
        .isEqualTo(
            """
            {
              "name": "a \\"b\\" \\\\ c\\nd\\u0001",
              "count": 3,
              "on": true,
              "list": [
                "x",
                {
                  "y": "z"
                }
              ],
              "none": []
            }\
            """);
  }

  @Test
  void signsWithinTextsAreNoStructure() {
    assertThat(JsonText.indented("{\"a\":\"{,:}\\\"\"}")).isEqualTo("{\n  \"a\": \"{,:}\\\"\"\n}");
  }

  @Test
  void whatIsNoJsonStaysAsItIs() {
    assertThat(JsonText.indented("<html>, no")).isEqualTo("<html>, no");
  }
}
