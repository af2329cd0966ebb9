package dev.wrapkey.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RulePackTest {

  @Test
  void everyTextIsARules() throws Exception {
    Properties texts = new Properties();
    try (var in = RulePack.class.getResourceAsStream("/dev/wrapkey/rules.properties")) {
      texts.load(in);
    }
    assertThat(
            texts.stringPropertyNames().stream()
                .map(key -> key.replaceAll("\\..*", ""))
                .collect(Collectors.toSet()))
        .isNotEmpty()
        .isSubsetOf(RulePack.all().stream().map(Rule::id).collect(Collectors.toSet()));
  }

  @Test
  void aFindingKnowsWhereItsRuleIsWrittenDown() {
    Finding finding = ServerName.check("").orElseThrow();
    assertThat(finding.origin().source()).contains("azure-cli");
    assertThat(finding.origin().severity()).isEqualTo(finding.severity());
  }

  @Test
  void anUnknownRuleFailsLoudly() {
    assertThatThrownBy(() -> RulePack.rule("NAME-99")).hasMessageContaining("NAME-99");
    assertThatThrownBy(() -> RulePack.words("NAME-99")).hasMessageContaining("NAME-99");
  }
}
