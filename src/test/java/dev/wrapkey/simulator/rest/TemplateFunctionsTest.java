package dev.wrapkey.simulator.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wrapkey.simulator.world.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The functions as Microsoft's reference of template functions describes them. */
class TemplateFunctionsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * @param arguments a JSON array
   */
  private static JsonNode call(String name, String arguments) {
    List<JsonNode> given = new ArrayList<>();
    json(arguments).forEach(given::add);
    return TemplateFunctions.call(name.toLowerCase(Locale.ROOT), given).orElseThrow();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException wrong) {
      throw new AssertionError(text, wrong);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "concat     | [\"a\", 1, true]              | \"a1true\"",
        "concat     | [[1], [2, 1]]                 | [1, 2, 1]",
        "format     | [\"{1}-{0} {1}\", \"a\", 7]   | \"7-a 7\"",
        "format     | [\"{0:N0}$\", 5]              | \"5$\"",
        "toLower    | [\"One Two\"]                 | \"one two\"",
        "toUpper    | [\"One Two\"]                 | \"ONE TWO\"",
        "trim       | [\"  a b  \"]                 | \"a b\"",
        "replace    | [\"123-123-1234\", \"-\", \"\"] | \"1231231234\"",
        "startsWith | [\"abcdef\", \"AB\"]          | true",
        "startsWith | [\"abcdef\", \"e\"]           | false",
        "endsWith   | [\"abcdef\", \"EF\"]          | true",
        "endsWith   | [\"abcdef\", \"e\"]           | false",
        "substring  | [\"one two three\", 4, 3]     | \"two\"",
        "substring  | [\"one two three\", 8]        | \"three\"",
        "split      | [\"one.two.\", \".\"]         | [\"one\", \"two\", \"\"]",
        "string     | [[1, \"a\"]]                  | \"[1,\\\"a\\\"]\"",
        "string     | [5]                           | \"5\"",
        "base64     | [\"ä\"]                       | \"w6Q=\"",
      })
  void texts(String name, String arguments, String expected) {
    assertThat(call(name, arguments)).isEqualTo(json(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "equals   | [1, 1]                      | true",
        "equals   | [1, \"1\"]                  | false",
        "equals   | [{\"a\": [1]}, {\"a\": [1]}] | true",
        "equals   | [[1, 2], [2, 1]]            | false",
        "not      | [true]                      | false",
        "not      | [false]                     | true",
        "and      | [true, true, false]         | false",
        "and      | [true, true]                | true",
        "or       | [false, false, true]        | true",
        "or       | [false, false]              | false",
        "if       | [true, \"yes\", \"no\"]     | \"yes\"",
        "if       | [false, \"yes\", \"no\"]    | \"no\"",
        "true     | []                          | true",
        "false    | []                          | false",
        "null     | []                          | null",
        "bool     | [\"true\"]                  | true",
        "bool     | [0]                         | false",
        "int      | [\"4\"]                     | 4",
        "add      | [5, 3]                      | 8",
        "sub      | [3, 7]                      | -4",
        "mul      | [5, -3]                     | -15",
        "coalesce | [null, \"\", \"b\"]         | \"\"",
        "coalesce | [null, null]                | null",
      })
  void truthAndNumbers(String name, String arguments, String expected) {
    assertThat(call(name, arguments)).isEqualTo(json(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "createArray | [1, \"a\", [2]]                       | [1, \"a\", [2]]",
        "empty       | [[]]                                  | true",
        "empty       | [{}]                                  | true",
        "empty       | [\"\"]                                | true",
        "empty       | [null]                                | true",
        "empty       | [[0]]                                 | false",
        "length      | [[1, 2, 3]]                           | 3",
        "length      | [{\"a\": 1}]                          | 1",
        "length      | [\"four\"]                            | 4",
        "first       | [[\"one\", \"two\"]]                  | \"one\"",
        "first       | [\"One Two\"]                         | \"O\"",
        "first       | [\"\"]                                | \"\"",
        "last        | [[\"one\", \"two\"]]                  | \"two\"",
        "last        | [\"One Two\"]                         | \"o\"",
        "last        | [\"\"]                                | \"\"",
        "join        | [[\"a\", 1, \"c\"], \", \"]           | \"a, 1, c\"",
        "take        | [[1, 2, 3], 2]                        | [1, 2]",
        "take        | [\"one two\", 3]                      | \"one\"",
        "take        | [[1], 5]                              | [1]",
        "take        | [[1], -1]                             | []",
        "skip        | [[1, 2, 3], 2]                        | [3]",
        "skip        | [\"one two\", 4]                      | \"two\"",
        "skip        | [[1], 5]                              | []",
        "skip        | [[1], -1]                             | [1]",
        "union       | [[1, 2], [2, 3]]                      | [1, 2, 3]",
        "union       | [{\"a\": 1, \"b\": 1}, {\"b\": 2}]    | {\"a\": 1, \"b\": 2}",
      })
  void collections(String name, String arguments, String expected) {
    assertThat(call(name, arguments)).isEqualTo(json(expected));
  }

  /** "The string comparison is case-sensitive", but not that with the keys of an object. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[\"OneTwoThree\", \"Two\"]        | true",
        "[\"OneTwoThree\", \"two\"]        | false",
        "[[\"one\", \"two\"], \"two\"]     | true",
        "[[\"one\", \"two\"], \"Two\"]     | false",
        "[[1, 2], 2]                       | true",
        "[[1, 2], \"2\"]                   | false",
        "[{\"one\": \"a\"}, \"one\"]       | true",
        "[{\"one\": \"a\"}, \"ONE\"]       | true",
        "[{\"one\": \"a\"}, \"a\"]         | false",
      })
  void containsMindsLetterCaseButForKeys(String arguments, boolean expected) {
    assertThat(call("contains", arguments).asBoolean()).isEqualTo(expected);
  }

  @Test
  void aUniqueStringHasThirteenCharactersAndFollowsFromItsArguments() {
    String one = call("uniqueString", "[\"a\", \"b\"]").asText();
    assertThat(one)
        .matches("[0-9a-z]{13}")
        .isEqualTo(call("uniqueString", "[\"a\", \"b\"]").asText());
    assertThat(call("uniqueString", "[\"a\", \"c\"]").asText()).isNotEqualTo(one);
  }

  @Test
  void aGuidHasItsShapeAndFollowsFromItsArguments() {
    String one = call("guid", "[\"a\", \"b\"]").asText();
    assertThat(one)
        .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        .isEqualTo(call("guid", "[\"a\", \"b\"]").asText());
    assertThat(call("guid", "[\"b\", \"a\"]").asText()).isNotEqualTo(one);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "format",
        "toLower",
        "substring",
        "string",
        "equals",
        "not",
        "if",
        "bool",
        "int",
        "empty",
        "length",
        "first",
        "last",
        "contains",
        "join",
        "take"
      })
  void tooFewArgumentsAreRefused(String name) {
    refused(name, "[]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "substring | [\"abc\", 2, 5]",
        "substring | [\"abc\", 4]",
        "substring | [\"abc\", \"x\"]",
        "format    | [\"{1}\", 5]",
        "int       | [\"four\"]",
        "int       | [\"99999999999\"]",
        "add       | [2147483647, 1]",
        "sub       | [-2147483648, 1]",
        "mul       | [65536, 65536]",
        "take      | [[1], \"x\"]",
      })
  void argumentsThatDoNotFitAreRefused(String name, String arguments) {
    refused(name, arguments);
  }

  private static void refused(String name, String arguments) {
    assertThatThrownBy(() -> call(name, arguments))
        .as(name)
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.status()).isEqualTo(400);
              assertThat(refusal.code()).isEqualTo("InvalidTemplate");
              assertThat(refusal).hasMessageContaining("'" + name.toLowerCase(Locale.ROOT) + "'");
            });
  }

  @Test
  void functionsOfTheOutsideAreNotAmongThem() {
    assertThat(TemplateFunctions.call("resourceid", List.of())).isEmpty();
    assertThat(TemplateFunctions.call("utcnow", List.of())).isEmpty();
  }
}
