package dev.wrapkey.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** AUTH-1 and AUTH-2 (portal specification 1.2). */
class EntraAdministratorTest {

  private static final String ID = "facade00-0000-4000-a000-0000000000f1";

  @Test
  void auth1NeedsAnAdministrator() {
    assertThat(EntraAdministrator.all(List.of()))
        .hasValueSatisfying(f -> assertThat(f.rule()).isEqualTo("AUTH-1"));
    assertThat(EntraAdministrator.all(List.of(ID))).isEmpty();
  }

  @Test
  void auth1AnObjectIdIsGivenOnce() {
    assertThat(EntraAdministrator.all(List.of(ID, ID.toUpperCase(java.util.Locale.ROOT))))
        .hasValueSatisfying(f -> assertThat(f.rule()).isEqualTo("AUTH-1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "pat@practice.example",
        "facade00-0000-4000-a000-0000000000f",
        "facade00-0000-4000-a000-0000000000f1 ",
        "{facade00-0000-4000-a000-0000000000f1}",
        "facade0000004000a0000000000000f1",
        "gacade00-0000-4000-a000-0000000000f1"
      })
  void auth1AnObjectIdIsAGuid(String text) {
    assertThat(EntraAdministrator.objectId(text)).isPresent();
    assertThat(EntraAdministrator.objectId(ID)).isEmpty();
  }

  @Test
  void auth1ANameIsThatOfAPostgresqlRole() {
    assertThat(EntraAdministrator.name(" ")).isPresent();
    assertThat(EntraAdministrator.name("a".repeat(64))).isPresent();
    assertThat(EntraAdministrator.name("a".repeat(63))).isEmpty();
  }
}
