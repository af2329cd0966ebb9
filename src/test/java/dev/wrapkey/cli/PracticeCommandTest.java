package dev.wrapkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.simulator.world.Agenda;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PracticeCommandTest extends SilentLine {

  @Test
  void thePracticeCommandsKnowNoOtherCloud() {
    assertThat(run("practice", "serve", "--ca-out", "ca.pem", "--cloud", "public")).isEqualTo(2);
    assertThat(err.toString()).contains("Unknown option: '--cloud'");
    assertThat(practice.asked).isEmpty();
  }

  @Test
  void wrapTakesItsFilesAndNeedsAWholeIdentifier() {
    String id = "https://kv-orders-eastus.vault.azure.net/keys/exchange";
    String version = "/0123456789abcdef0123456789abcdef";
    String[] files = {"practice", "wrap", "k.pem", "--kek", "kek.pem", "--out", "k.byok", "--kid"};
    assertThat(
            run(
                java.util.stream.Stream.concat(
                        java.util.Arrays.stream(files), java.util.stream.Stream.of(id))
                    .toArray(String[]::new)))
        .isEqualTo(2);
    assertThat(err.toString()).contains("identifier with version");
    assertThat(practice.asked).isEmpty();
    assertThat(
            run(
                java.util.stream.Stream.concat(
                        java.util.Arrays.stream(files), java.util.stream.Stream.of(id + version))
                    .toArray(String[]::new)))
        .isEqualTo(26);
    assertThat(practice.asked)
        .containsExactly(
            new Practice.Wrap(
                Path.of("k.pem"),
                Optional.empty(),
                Path.of("kek.pem"),
                id + version,
                Path.of("k.byok")));
  }

  @Test
  void clockAsksOrSteers() {
    assertThat(run("practice", "clock")).isEqualTo(10);
    assertThat(run("practice", "clock", "--advance", "PT60M")).isEqualTo(11);
    assertThat(run("practice", "clock", "--advance", "PT1H", "--speed", "60x")).isEqualTo(11);
    assertThat(practice.asked)
        .containsExactly(
            "clock", "{\"advance\":\"PT1H\"}", "{\"advance\":\"PT1H\",\"speed\":\"60x\"}");
    assertThat(run("practice", "clock", "--advance", "soon")).isEqualTo(2);
  }

  @Test
  void resetResets() {
    assertThat(run("practice", "reset")).isEqualTo(12);
    assertThat(practice.asked).containsExactly("reset");
  }

  @Test
  void practiceAloneAsksForMore() {
    assertThat(run("practice")).isEqualTo(2);
    assertThat(err.toString()).contains("serve");
  }

  @Test
  void faultsAreListedSwitchedOnAndOff() {
    assertThat(run("practice", "fault", "--list")).isEqualTo(13);
    assertThat(run("practice", "fault", "slow")).isEqualTo(14);
    assertThat(
            run(
                "practice",
                "fault",
                "throttling",
                "--times",
                "2",
                "--probability",
                "0.5",
                "--after",
                "1",
                "--seconds",
                "9",
                "--path",
                "*/\"x",
                "--method",
                "GET"))
        .isEqualTo(14);
    assertThat(run("practice", "fault", "slow", "--off")).isEqualTo(15);
    assertThat(practice.asked)
        .containsExactly(
            "faults",
            "slow {}",
            "throttling {\"method\":\"GET\",\"path\":\"*/\\\"x\",\"times\":2,\"after\":1,"
                + "\"seconds\":9,\"probability\":0.5}",
            "slow off");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fault",
        "fault gremlins",
        "fault slow --list",
        "fault slow --off --times 2",
        "fault slow --times many",
        "fault --off",
        "clock --until soon",
        "clock --until next --advance PT1M"
      })
  void nonsenseAboutFaultsAndMomentsIsRefused(String arguments) {
    assertThat(run(("practice " + arguments).split(" "))).isEqualTo(2);
    assertThat(practice.asked).isEmpty();
  }

  @Test
  void theClockCanBeSentToAMomentOrTheNextEvent() {
    assertThat(run("practice", "clock", "--until", "next")).isEqualTo(11);
    assertThat(run("practice", "clock", "--until", "2026-11-30T00:00:00Z")).isEqualTo(11);
    assertThat(practice.asked)
        .containsExactly("{\"until\":\"next\"}", "{\"until\":\"2026-11-30T00:00:00Z\"}");
  }

  @Test
  void profileIsAskedForOrChosen() {
    assertThat(run("practice", "profile")).isEqualTo(23);
    assertThat(run("practice", "profile", "2023")).isEqualTo(24);
    assertThat(run("practice", "profile", "1999")).isEqualTo(2);
    assertThat(practice.asked).containsExactly("profile", "{\"profile\":\"2023\"}");
  }

  @Test
  void connectNamesServerLoginDatabaseAndAddress() {
    assertThat(run("practice", "connect", "orders-pg")).isEqualTo(25);
    assertThat(
            run("practice", "connect", "pg", "--user", "u", "--database", "d", "--from", "1.2.3.4"))
        .isEqualTo(25);
    assertThat(run("practice", "connect", "p\"g")).isEqualTo(2);
    assertThat(practice.asked)
        .containsExactly(
            "{\"server\":\"orders-pg\"}",
            "{\"server\":\"pg\",\"user\":\"u\",\"database\":\"d\",\"from\":\"1.2.3.4\"}");
  }

  @Test
  void loadTakesAServerAndASizeWithinBounds() {
    assertThat(run("practice", "load", "orders-pg")).isEqualTo(27);
    assertThat(run("practice", "load", "pg", "--mebibytes", "1024")).isEqualTo(27);
    assertThat(run("practice", "load", "pg", "--mebibytes", "0")).isEqualTo(2);
    assertThat(run("practice", "load", "pg", "--mebibytes", "1025")).isEqualTo(2);
    assertThat(run("practice", "load")).isEqualTo(2);
    assertThat(practice.asked)
        .containsExactly(
            "{\"server\":\"orders-pg\",\"mebibytes\":64}",
            "{\"server\":\"pg\",\"mebibytes\":1024}");
  }

  @Test
  void timelineTakesKindsAndHasASecondName() {
    assertThat(run("practice", "timeline")).isEqualTo(28);
    assertThat(run("practice", "events", "--kind", "expiry,backup")).isEqualTo(28);
    assertThat(run("practice", "timeline", "--kind", "weather")).isEqualTo(2);
    assertThat(err.toString()).contains("--kind is one of operation").contains("'weather' is not");
    assertThat(practice.asked)
        .containsExactly(List.of(), List.of(Agenda.Kind.EXPIRY, Agenda.Kind.BACKUP));
  }

  @Test
  void nothingIsCreatedOrRotatedOnAPausedClock() {
    assertThat(run("rotate", "--server", "orders-pg", "--time", "paused")).isEqualTo(2);
    assertThat(err.toString()).contains("a clock that is paused");
  }

  @Test
  void rehearseListsBeginsAndTakesOneOptionAtMost() {
    assertThat(run("practice", "rehearse")).isEqualTo(31);
    assertThat(run("practice", "rehearse", "expired-key")).isEqualTo(32);
    assertThat(run("practice", "rehearse", "expired-key", "--check")).isEqualTo(32);
    assertThat(run("practice", "rehearse", "vault-deleted", "--hint")).isEqualTo(32);
    assertThat(run("practice", "rehearse", "vault-deleted", "--give-up")).isEqualTo(32);
    assertThat(run("practice", "rehearse", "vault-deleted", "--give-up", "--hint")).isEqualTo(2);
    assertThat(run("practice", "rehearse", "--check")).isEqualTo(2);
    assertThat(run("practice", "rehearse", "fire")).isEqualTo(2);
    assertThat(err.toString()).contains("There is no such rehearsal. There are key-disabled");
    assertThat(practice.asked)
        .containsExactly(
            "rehearsals",
            "EXPIRED_KEY BEGIN",
            "EXPIRED_KEY CHECK",
            "VAULT_DELETED HINT",
            "VAULT_DELETED GIVE_UP");
  }
}
