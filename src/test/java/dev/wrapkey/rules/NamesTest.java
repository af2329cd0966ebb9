package dev.wrapkey.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"abc", "orders-pg-01", "123", "a-b", "0--0"})
  void aServerNameOfLowercaseLettersDigitsAndHyphensIsLegal(String name) {
    assertThat(ServerName.check(name)).isEmpty();
  }

  @Test
  void name1AsksFor3To63Characters() {
    assertThat(rule(ServerName.check(""))).isEqualTo("NAME-1");
    assertThat(rule(ServerName.check("ab"))).isEqualTo("NAME-1");
    assertThat(ServerName.check("a".repeat(63))).isEmpty();
    assertThat(ServerName.check("a".repeat(64)))
        .hasValue(
            new Finding(
                "NAME-1",
                Severity.MUST,
                "Server name must be at least 3 characters and at most 63 characters."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Orders",
        "orders_pg",
        "orders.pg",
        "-abc",
        "abc-",
        "bücher",
        "a b",
        "abc\n",
        "١٢٣"
      })
  void name2RefusesOtherCharactersAndHyphensAtTheEnds(String name) {
    assertThat(rule(ServerName.check(name))).isEqualTo("NAME-2");
  }

  @ParameterizedTest
  @CsvSource({
    "rg, ''",
    "My_Group-1.(old), ''",
    "'', GROUP-1",
    "ends., GROUP-2",
    "a b, GROUP-2",
    "größe, GROUP-2",
    "a/b, GROUP-2"
  })
  void group2AllowsLettersDigitsAndSomePunctuation(String name, String rule) {
    assertThat(rule(ResourceGroupName.check(name))).isEqualTo(rule);
  }

  @Test
  void group1AllowsUpTo90Characters() {
    assertThat(ResourceGroupName.check("g".repeat(90))).isEmpty();
    assertThat(rule(ResourceGroupName.check("g".repeat(91)))).isEqualTo("GROUP-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "pgadmin", "dba7", "Pg", "7", "admin1"})
  void aLoginOfLettersAndDigitsIsLegal(String login) {
    assertThat(AdminLogin.check(login)).isEmpty();
  }

  @Test
  void login1AllowsUpTo63LettersAndDigits() {
    assertThat(AdminLogin.check("a".repeat(63))).isEmpty();
    for (String login : new String[] {"", "a".repeat(64), "my_admin", "db-a", "dba ", "müller"}) {
      assertThat(rule(AdminLogin.check(login))).as(login).isEqualTo("LOGIN-1");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pg_owner", "PG_owner", "pg_"})
  void login2RefusesThePrefixOfPostgresItself(String login) {
    assertThat(rule(AdminLogin.check(login))).isEqualTo("LOGIN-2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "azure_superuser",
        "azure_pg_admin",
        "admin",
        "administrator",
        "root",
        "guest",
        "public",
        "ROOT"
      })
  void login3RefusesReservedNames(String login) {
    assertThat(rule(AdminLogin.check(login))).isEqualTo("LOGIN-3");
  }

  @Test
  void login3SaysWhichNameIsReserved() {
    assertThat(AdminLogin.check("Guest").orElseThrow().message()).contains("guest");
  }

  private static String rule(Optional<Finding> finding) {
    return finding.map(Finding::rule).orElse("");
  }
}
