package dev.wrapkey.ui.create.networking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Plan.FirewallRule;
import dev.wrapkey.time.VirtualTime;
import dev.wrapkey.ui.Drafts;
import dev.wrapkey.ui.wizard.Draft;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NetworkingViewModelTest {

  private final Draft draft = Drafts.blank();
  private final NetworkingViewModel networking =
      new NetworkingViewModel(draft, VirtualTime.standingAt(Instant.parse("2026-11-21T12:03:04Z")));

  private void fill(String name, String start, String end) {
    networking.rules().last().fill(new FirewallRule(name, start, end));
  }

  @Test
  void isCompleteWithoutAnyRule() {
    assertThat(networking.completeProperty().get()).isTrue();
    assertThat(networking.rules().filled()).isEmpty();
  }

  @Test
  void fillingTheLastRowMakesAnotherEmptyOne() {
    fill("office", "203.0.113.1", "203.0.113.9");
    assertThat(networking.rules().rows()).hasSize(2);
    assertThat(networking.rules().filled()).hasSize(1);
  }

  @Test
  void NET_8_aRangeThatEndsBeforeItStartsIsRefused() {
    fill("office", "203.0.113.9", "203.0.113.1");
    assertThat(networking.completeProperty().get()).isFalse();
    assertThat(networking.rules().filled().getFirst().end().problemProperty().get())
        .isEqualTo("The end IP address is smaller than the start IP address.");
  }

  @Test
  void aWrongRuleDoesNotMatterWhilePublicAccessIsOff() {
    fill("office", "nonsense", "203.0.113.1");
    assertThat(networking.completeProperty().get()).isFalse();
    networking.publicAccessProperty().set(false);
    assertThat(networking.completeProperty().get()).isTrue();
    networking.leave();
    assertThat(draft.plan().networking().firewall()).isEmpty();
    assertThat(draft.plan().networking().publicAccess()).isFalse();
  }

  @Test
  void removingTheOnlyRuleLeavesOneEmptyRow() {
    fill("office", "nonsense", "203.0.113.1");
    networking.rules().remove(networking.rules().filled().getFirst());
    assertThat(networking.rules().rows()).hasSize(1);
    assertThat(networking.completeProperty().get()).isTrue();
  }

  @Test
  void NET_4_allowAllAddsARuleThatSaysSo() {
    networking.allowAll();
    networking.leave();
    assertThat(draft.plan().networking().firewall())
        .containsExactly(
            new FirewallRule("AllowAll_2026-11-21_12-3-4", "0.0.0.0", "255.255.255.255"));
  }
}
