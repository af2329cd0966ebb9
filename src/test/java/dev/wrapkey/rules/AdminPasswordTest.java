package dev.wrapkey.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminPasswordTest {

  @ParameterizedTest
  @CsvSource({
    "Corr3cthorse, ''",
    "corr3ct-horse, ''",
    "CORR3CT-HORSE, ''",
    "Correct-Horse, ''",
    "Ab3, PWD-1",
    "correcthorse, PWD-2",
    "CORRECT12345, PWD-2",
    "correct horse, PWD-2",
    "ÄÖÜ3cthorse, PWD-2",
    "xDBA-owner7, PWD-3",
    "Xownabc123, PWD-3",
    "Xowabc123ne, ''"
  })
  void theFirstBrokenRuleIsNamed(String password, String rule) {
    assertThat(AdminPassword.check("dbaowner", new Secret(password)).map(Finding::rule).orElse(""))
        .isEqualTo(rule);
  }

  @Test
  void pwd1AllowsUpTo128Characters() {
    assertThat(AdminPassword.check("dba", new Secret("Aa1".repeat(42) + "xx"))).isEmpty();
    assertThat(AdminPassword.check("dba", new Secret("Aa1".repeat(43))).orElseThrow().rule())
        .isEqualTo("PWD-1");
    assertThat(AdminPassword.check("dba", new Secret("Aa1bcde")).orElseThrow().rule())
        .isEqualTo("PWD-1");
    assertThat(AdminPassword.check("dba", new Secret("Aa1bcdef"))).isEmpty();
  }

  @Test
  void pwd3LooksForPartsOfThreeCharactersOnly() {
    assertThat(AdminPassword.check("ab", new Secret("Cab12345"))).isEmpty();
    assertThat(AdminPassword.check("abc", new Secret("Cab12345"))).isEmpty();
    assertThat(AdminPassword.check("abc", new Secret("CABC12345x")).orElseThrow().rule())
        .isEqualTo("PWD-3");
    assertThat(AdminPassword.check("", new Secret("Corr3cthorse"))).isEmpty();
  }

  @Test
  void pwd4ComparesTheTwoPasswords() {
    assertThat(AdminPassword.confirm(new Secret("Corr3cthorse"), new Secret("Corr3cthorse")))
        .isEmpty();
    assertThat(
            AdminPassword.confirm(new Secret("Corr3cthorse"), new Secret("corr3cthorse"))
                .orElseThrow()
                .rule())
        .isEqualTo("PWD-4");
  }

  @Test
  void noFindingGivesThePasswordAway() {
    for (String password : new String[] {"zqx", "zqxzqxzqxzqx", "zqxDbaowner1"}) {
      assertThat(AdminPassword.check("dbaowner", new Secret(password)).orElseThrow().toString())
          .doesNotContain("zqx");
    }
  }
}
