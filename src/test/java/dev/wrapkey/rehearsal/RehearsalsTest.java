package dev.wrapkey.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wrapkey.app.Steered;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.ui.Practice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** INA-1, INA-3, INA-4, INA-5, INA-8 and CMK-34 as rehearsals, played through the port. */
class RehearsalsTest {

  private final Practice practice = Practice.opened();
  private final Rehearsals rehearsals = Steered.rehearsals(practice);

  @AfterEach
  void close() {
    practice.close();
  }

  private Player begin(Scenario scenario) {
    Attempt attempt = rehearsals.begin(scenario, new Cancellation());
    assertThat(attempt.phase()).isEqualTo(Attempt.Phase.PLAYING);
    return new Player(practice, attempt.props().orElseThrow());
  }

  private Set<String> unmet(Scenario scenario) {
    return rehearsals.check(scenario).verdict().points().stream()
        .filter(point -> !point.met())
        .map(Verdict.Point::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Props props(Scenario scenario) {
    return rehearsals.get(scenario).props().orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void theDocumentedWayReachesTheGoalAndHalfOfItDoesNot(Scenario scenario) {
    Player player = begin(scenario);
    assertThat(unmet(scenario)).isNotEmpty();
    player.mend(scenario);
    assertThat(unmet(scenario)).as("half way").isNotEmpty();
    assertThat(rehearsals.get(scenario).wasPassed()).isFalse();
    player.finish(scenario);
    Rehearsals.Checked checked = rehearsals.check(scenario);
    assertThat(checked.verdict().points()).allMatch(Verdict.Point::met).isNotEmpty();
    assertThat(checked.attempt().phase()).isEqualTo(Attempt.Phase.PASSED);
    assertThat(checked.attempt().detours()).isEmpty();
    assertThat(checked.attempt().passes()).hasSize(1);
    assertThat(checked.attempt().passes().getFirst().took()).isPositive();
  }

  @ParameterizedTest
  @EnumSource
  void aSetIsClearedAwayWithoutATrace(Scenario scenario) {
    practice.time().jump(Duration.ofHours(1)); // what is due of the starter landscape recurs after
    Set<String> before = world();
    begin(scenario);
    assertThat(world()).isNotEqualTo(before);
    rehearsals.giveUp(scenario);
    assertThat(world()).isEqualTo(before);
    assertThat(rehearsals.get(scenario)).isEqualTo(Attempt.none(scenario));
  }

  private Set<String> world() {
    Set<String> all = new TreeSet<>();
    String where = Practice.PRODUCTION;
    practice.cloud().directory().resourceGroups(where).forEach(group -> all.add(group.name()));
    practice.cloud().servers().list(where).forEach(server -> all.add(server.id() + server.state()));
    List<KeyStore> stores = new ArrayList<>();
    practice
        .cloud()
        .keyStores()
        .list(KeyStore.Kind.KEY_VAULT, where, new Cancellation(), stores::addAll);
    stores.forEach(store -> all.add(store.toString()));
    practice.cloud().storeLife().deleted(where).forEach(store -> all.add(store.toString()));
    practice
        .cloud()
        .identities()
        .list(where, new Cancellation(), page -> page.forEach(each -> all.add(each.toString())));
    practice.itself().activities().forEach(entry -> all.add(entry.resource()));
    practice.itself().upcoming().forEach(due -> all.add(due.resource()));
    return all;
  }

  @Test
  void aServerThatIsReadyWithAnotherKeyIsNotWhatWasAskedFor() {
    Player player = begin(Scenario.KEY_DISABLED);
    Props props = props(Scenario.KEY_DISABLED);
    player.enable(true);
    player.pass(Duration.ofMinutes(65));
    player.point(props.server(), player.otherKey(), props.identity());
    player.pass(Duration.ofMinutes(5));
    assertThat(unmet(Scenario.KEY_DISABLED)).containsExactly("same-key");
    player.point(props.server(), props.key(), props.identity());
    player.pass(Duration.ofMinutes(5));
    assertThat(unmet(Scenario.KEY_DISABLED)).isEmpty();
    assertThat(rehearsals.get(Scenario.KEY_DISABLED).detours()).as("the server was up").isEmpty();
  }

  @Test
  void ina1ToPointTheServerAtANewVersionWhileItIsDarkIsADetourEvenIfItWasMendedAfterwards() {
    Player player = begin(Scenario.EXPIRED_KEY);
    Props props = props(Scenario.EXPIRED_KEY);
    player.point(props.server(), player.rotated(), props.identity());
    player.pass(Duration.ofMinutes(65));
    assertThat(unmet(Scenario.EXPIRED_KEY)).containsExactly("expiry-extended");
    player.extend();
    Attempt passed = rehearsals.check(Scenario.EXPIRED_KEY).attempt();
    assertThat(passed.phase()).isEqualTo(Attempt.Phase.PASSED);
    assertThat(passed.passes().getFirst().detours()).containsExactly("repointed");
  }

  @Test
  void ina1ToRotateOnceTheServerIsReadyIsNoDetour() {
    Player player = begin(Scenario.EXPIRED_KEY);
    Props props = props(Scenario.EXPIRED_KEY);
    player.extend();
    player.pass(Duration.ofMinutes(65));
    player.point(props.server(), player.rotated(), props.identity());
    player.pass(Duration.ofMinutes(5));
    assertThat(rehearsals.check(Scenario.EXPIRED_KEY).attempt().passes().getFirst().detours())
        .isEmpty();
  }

  @Test
  void ina3AVaultThatIsBackWithoutItsRoleAssignmentsIsNotEnough() {
    Player player = begin(Scenario.VAULT_DELETED);
    player.recoverVault();
    player.pass(Duration.ofHours(3));
    assertThat(unmet(Scenario.VAULT_DELETED)).containsExactly("server-ready");
  }

  @Test
  void ina5AnIdentityOfTheSameNameIsNotEnough() {
    Player player = begin(Scenario.IDENTITY_DELETED);
    Props props = props(Scenario.IDENTITY_DELETED);
    player.identity(props.identity().name());
    player.pass(Duration.ofHours(3));
    assertThat(unmet(Scenario.IDENTITY_DELETED)).contains("identity-new");
    player.point(props.server(), props.key(), props.identity());
    player.pass(Duration.ofMinutes(65));
    assertThat(unmet(Scenario.IDENTITY_DELETED)).isEmpty();
  }

  @Test
  void ina8AVaultThatIsOpenToEverybodyIsNotEnough() {
    Player player = begin(Scenario.FIREWALL_CLOSED);
    player.network(KeyStore.Network.ALL);
    player.pass(Duration.ofMinutes(65));
    assertThat(unmet(Scenario.FIREWALL_CLOSED)).contains("still-closed");
    player.network(KeyStore.Network.SELECTED_AND_TRUSTED);
    Attempt passed = rehearsals.check(Scenario.FIREWALL_CLOSED).attempt();
    assertThat(passed.passes().getFirst().detours()).containsExactly("opened");
  }

  @Test
  void cmk34TheReplicaThatWasForgottenGoesDarkAndThatIsNoticed() {
    Player player = begin(Scenario.ROTATION_WITH_REPLICAS);
    player.mend(Scenario.ROTATION_WITH_REPLICAS);
    player.enable(false);
    assertThat(unmet(Scenario.ROTATION_WITH_REPLICAS)).contains("replica-new-version");
    player.pass(Duration.ofMinutes(65));
    assertThat(unmet(Scenario.ROTATION_WITH_REPLICAS))
        .containsExactly("replica-new-version", "replica-ready");
    player.enable(true);
    player.pass(Duration.ofMinutes(65));
    player.finish(Scenario.ROTATION_WITH_REPLICAS);
    Attempt passed = rehearsals.check(Scenario.ROTATION_WITH_REPLICAS).attempt();
    assertThat(passed.passes().getFirst().detours()).containsExactly("went-dark");
  }

  @Test
  void hintsComeOneByOneAndAreCounted() {
    begin(Scenario.KEY_DISABLED);
    for (int taken = 1; taken <= Scenario.KEY_DISABLED.hints() + 1; taken++) {
      assertThat(rehearsals.hint(Scenario.KEY_DISABLED).hints())
          .isEqualTo(Math.min(taken, Scenario.KEY_DISABLED.hints()));
    }
    assertThat(rehearsals.hint(Scenario.EXPIRED_KEY).hints()).as("not being played").isZero();
  }

  @Test
  void afterThePracticeCloudWasSetBackTheSetIsGoneAndCanBePlayedAnew() {
    begin(Scenario.KEY_DISABLED);
    assertThat(rehearsals.check(Scenario.KEY_DISABLED).verdict().stands()).isTrue();
    practice.itself().reset();
    Verdict verdict = rehearsals.check(Scenario.KEY_DISABLED).verdict();
    assertThat(verdict.stands()).isFalse();
    assertThat(verdict.isReached()).isFalse();
    begin(Scenario.KEY_DISABLED);
    assertThat(rehearsals.check(Scenario.KEY_DISABLED).verdict().stands()).isTrue();
  }

  @Test
  void whatIsNotBeingPlayedCannotBeChecked() {
    assertThatThrownBy(() -> rehearsals.check(Scenario.KEY_DISABLED))
        .isInstanceOf(IllegalStateException.class);
  }
}
