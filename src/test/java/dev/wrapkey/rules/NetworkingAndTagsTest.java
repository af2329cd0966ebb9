package dev.wrapkey.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Plan.FirewallRule;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkingAndTagsTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "ClientIPAddress_2026-7-1_9-5-0", "9to5", "a_", "x-y"})
  void net6AllowsLettersDigitsUnderscoresAndHyphens(String name) {
    assertThat(FirewallRuleCheck.name(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", "_a", "a-", "a b", "a.b", "ä", "a\n"})
  void net6RefusesOtherNames(String name) {
    assertThat(FirewallRuleCheck.name(name).orElseThrow().rule()).isEqualTo("NET-6");
  }

  @Test
  void net6AllowsUpTo80Characters() {
    assertThat(FirewallRuleCheck.name("a".repeat(80))).isEmpty();
    assertThat(FirewallRuleCheck.name("a".repeat(81))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "12.12.12.12", "255.255.255.255", "10.0.0.9"})
  void net7AllowsIpv4(String address) {
    assertThat(FirewallRuleCheck.address(address)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1.2.3",
        "1.2.3.4.5",
        "256.1.1.1",
        "1.1.1.256",
        "01.2.3.4",
        "1.2.3.4 ",
        "::1",
        "1.2.3.-4",
        "a.b.c.d",
        "1.2.3.9999999999",
        "١.2.3.4",
        "1.2.3.4/32"
      })
  void net7RefusesEverythingElse(String address) {
    assertThat(FirewallRuleCheck.address(address))
        .hasValue(
            new Finding(
                "NET-7",
                Severity.MUST,
                "Invalid IP address. Provide an IPv4 address, for example 12.12.12.12."));
  }

  @Test
  void net8ComparesAddressesAsNumbers() {
    assertThat(FirewallRuleCheck.range("9.0.0.0", "10.0.0.0")).isEmpty();
    assertThat(FirewallRuleCheck.range("10.0.0.1", "10.0.0.1")).isEmpty();
    assertThat(FirewallRuleCheck.range("128.0.0.0", "255.255.255.255")).isEmpty();
    assertThat(FirewallRuleCheck.range("10.0.0.2", "10.0.0.1").orElseThrow().message())
        .isEqualTo("The end IP address is smaller than the start IP address.");
    assertThat(FirewallRuleCheck.range("x", "10.0.0.1")).isEmpty();
  }

  @Test
  void aFirewallRuleIsToldOfAllItsFaultsOnce() {
    assertThat(FirewallRuleCheck.check(new FirewallRule("a b", "x", "y")))
        .extracting(Finding::rule)
        .containsExactly("NET-6", "NET-7");
    assertThat(FirewallRuleCheck.check(new FirewallRule("office", "10.0.0.9", "10.0.0.1")))
        .extracting(Finding::rule)
        .containsExactly("NET-8");
    assertThat(FirewallRuleCheck.check(new FirewallRule("office", "10.0.0.1", "10.0.0.9")))
        .isEmpty();
  }

  @Test
  void aTagWithinTheLimitsIsLegal() {
    assertThat(TagCheck.row("n".repeat(512), "v".repeat(256))).isEmpty();
    assertThat(TagCheck.row("cost centre", "")).isEmpty();
    assertThat(TagCheck.row("", "")).isEmpty();
  }

  @Test
  void tag2AndTag3LimitTheLengths() {
    assertThat(TagCheck.row("n".repeat(513), "v").orElseThrow().rule()).isEqualTo("TAG-2");
    assertThat(TagCheck.row("n", "v".repeat(257)).orElseThrow().rule()).isEqualTo("TAG-3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a<b", "a>b", "a%b", "a&b", "a\\b", "a?b", "a/b", "a\tb"})
  void tag4RefusesSomeCharacters(String name) {
    assertThat(TagCheck.row(name, "v").orElseThrow().rule()).isEqualTo("TAG-4");
  }

  @Test
  void tag6RefusesAValueWithoutAName() {
    assertThat(TagCheck.row("", "v").orElseThrow().rule()).isEqualTo("TAG-6");
    assertThat(TagCheck.row("  ", "v").orElseThrow().rule()).isEqualTo("TAG-6");
  }

  @Test
  void tag1AllowsFiftyTags() {
    List<String> fifty = IntStream.range(0, 50).mapToObj(i -> "tag" + i).toList();
    assertThat(TagCheck.names(fifty)).isEmpty();
    List<String> more = IntStream.range(0, 51).mapToObj(i -> "tag" + i).toList();
    assertThat(TagCheck.names(more).orElseThrow().rule()).isEqualTo("TAG-1");
    assertThat(TagCheck.names(Collections.emptyList())).isEmpty();
  }

  @Test
  void tag5ComparesNamesWithoutRegardToCase() {
    Finding finding = TagCheck.names(List.of("Owner", "env", "owner")).orElseThrow();
    assertThat(finding.rule()).isEqualTo("TAG-5");
    assertThat(finding.message()).contains("owner");
  }
}
