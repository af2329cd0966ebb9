package dev.wrapkey.simulator.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Kusto's operators mean by Microsoft's reference of the language. */
class QueryTest {

  private static final List<String> COLUMNS =
      List.of("id", "name", "type", "location", "properties", "tags");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<Row> ROWS =
      Stream.of(
              "{'id':'1','name':'Alpha','type':'a/b','location':'eastus','properties':{'size':5,'sku':{'name':'P1'}},'tags':{'env':'prod'}}",
              "{'id':'2','name':'beta','type':'a/b','location':'westus','properties':{'size':20,'on':true},'tags':{}}",
              "{'id':'3','name':'gamma','type':'a/c','location':'eastus','properties':{'size':10},'tags':null}",
              "{'id':'4','name':'it\\u0027s','type':'a/c','location':'eastus2','properties':{},'tags':null}")
          .map(QueryTest::row)
          .toList();

  private static Row row(String text) {
    try {
      JsonNode node = JSON.readTree(text.replace('\'', '"').replace("\\u0027", "\\u0027"));
      SequencedMap<String, Supplier<JsonNode>> columns = new LinkedHashMap<>();
      COLUMNS.forEach(name -> columns.put(name, () -> node.path(name)));
      return new Row(columns);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String found(String text) {
    Query query = Query.read(text, "resources", Map.of("resources", COLUMNS));
    return query.run(ROWS).stream()
        .map(row -> row.shape(query.columns()).path(query.columns().getFirst()).asText())
        .reduce((a, b) -> a + " " + b)
        .orElse("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "resources # 1 2 3 4",
        "Resources | where type == 'a/b' # 1 2",
        "where type == 'A/B' # ``",
        "where type =~ 'A/B' # 1 2",
        "where type !~ 'A/B' # 3 4",
        "where location in ('eastus', 'westus') # 1 2 3",
        "where location !in ('eastus', 'westus') # 4",
        "where location in~ ('EASTUS') # 1 3",
        "where name contains 'A' # 1 2 3",
        "where name contains_cs 'A' # 1",
        "where name startswith 'BE' # 2",
        "where location == \"eastus\" and type == 'a/c' # 3",
        "where location == 'westus' or type == 'a/c' and name == 'gamma' # 2 3",
        "where (location == 'westus' or type == 'a/c') and name == 'gamma' # 3",
        "where not(type == 'a/b') # 3 4",
        "where name == 'it\\'s' # 4",
        "where name == @\"it's\" # 4",
        "where properties.size > 5 # 2 3",
        "where properties.size >= 5 and properties.size < 20 # 1 3",
        "where properties.sku.name == 'P1' # 1",
        "where properties['sku']['name'] == 'P1' # 1",
        "where tags.env =~ 'PROD' # 1",
        "where isnotempty(tags.env) # 1",
        "where isempty(properties.size) # 4",
        "where properties.on == true # 2",
        "where tolower(name) == 'alpha' # 1",
        "order by name # it's gamma beta Alpha",
        "sort by name asc # Alpha beta gamma it's",
        "order by type desc, name asc # gamma it's Alpha beta",
        "order by properties.size asc # it's Alpha gamma beta",
        "limit 2 # 1 2",
        "take 1 # 1",
        "top 2 by name asc # Alpha beta",
        "where type == 'a/b' | limit 1 | project id # 1",
        "extend low = tolower(name) | where low == 'alpha' # 1",
        "project tolower(name) # alpha beta gamma it's",
        "distinct type # a/b a/c",
        "summarize count() by type # a/b a/c",
        "where type == 'no' | project id # ``",
        "resources // all of it¶| where id == '2' # 2",
      })
  void aQueryFindsItsRows(String query, String names) {
    boolean byId =
        !query.contains("order by") && !query.contains("sort by") && !query.contains("top ");
    String text = query.replace('¶', '\n');
    assertThat(found(byId ? text : text + " | project name")).isEqualTo(names);
  }

  @Test
  void rowsAreCountedInGroupsAndAltogether() {
    Query groups = read("summarize total = count() by location | order by total desc");
    assertThat(groups.columns()).containsExactly("location", "total");
    assertThat(groups.run(ROWS).getFirst().shape(groups.columns()).toString())
        .isEqualTo("{\"location\":\"eastus\",\"total\":2}");
    Query all = read("count");
    assertThat(all.run(ROWS).getFirst().shape(all.columns()).toString()).isEqualTo("{\"Count\":4}");
  }

  @Test
  void anUnnamedPathIsNamedAfterItsParts() {
    assertThat(read("project id, properties.sku.name").columns())
        .containsExactly("id", "properties_sku_name");
  }

  @Test
  void onlyAnAnswerWithIdentifiersGoesOnWithASecondPage() {
    assertThat(read("project id, name").canBePaged()).isTrue();
    assertThat(read("project name").canBePaged()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "nonsense | where id == '1' # ParserFailure # 1 # 0 # nonsense",
        "where id = '1' # ParserFailure # 1 # 9 # =",
        "where id == # ParserFailure # 1 # 11 # ``",
        "resources¶| mvexpand tags # ParserFailure # 2 # 2 # mvexpand",
        "where colour == 'red' # UnknownColumn # 1 # 6 # colour",
        "where bin(id) == 1 # ParserFailure # 1 # 6 # bin",
        "project id | where name == 'x' # UnknownColumn # 1 # 19 # name",
        "where id == 'open # ParserFailure # 1 # 12 # '",
        "limit many # ParserFailure # 1 # 6 # many",
      })
  void whatIsNotUnderstoodIsRefusedWithItsPlace(
      String query, String code, int line, int column, String token) {
    QueryRefused refused =
        catchThrowableOfType(QueryRefused.class, () -> read(query.replace('¶', '\n')));
    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.line()).isEqualTo(line);
    assertThat(refused.column()).isEqualTo(column);
    assertThat(refused.token()).isEqualTo(token);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "not("})
  void whatIsNestedWithoutEndIsRefusedAndNotTheEndOfTheProgram(String bracket) {
    QueryRefused refused =
        catchThrowableOfType(
            QueryRefused.class, () -> read("where " + bracket.repeat(2_000) + "id == '1'"));
    assertThat(refused.code()).isEqualTo("ParserFailure");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "\\n", "\\'"})
  void aLongTextIsReadAndATooLongOneRefused(String piece) {
    String text = piece.repeat(9_000 / piece.length());
    assertThat(read("where name == '" + text + "'").columns()).contains("name");
    QueryRefused refused =
        catchThrowableOfType(QueryRefused.class, () -> read("where name == '" + text + text + "'"));
    assertThat(refused.column()).isEqualTo(10_000);
  }

  @Test
  void fiftyBracketsAreUnderstood() {
    String query = "where " + "(".repeat(50) + "id == '1'" + ")".repeat(50);
    assertThat(read(query).columns()).contains("id");
  }

  private static Query read(String text) {
    return Query.read(text, "resources", Map.of("resources", COLUMNS));
  }
}
