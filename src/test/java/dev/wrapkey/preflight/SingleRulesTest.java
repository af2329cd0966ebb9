package dev.wrapkey.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyEdit;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Lock;
import dev.wrapkey.provisioning.RotationPolicy;
import dev.wrapkey.provisioning.RotationPolicy.From;
import dev.wrapkey.provisioning.RotationPolicy.Trigger;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.ui.Practice;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rules that the starter landscape does not break by itself. */
class SingleRulesTest {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  private final Subjects subjects = new Subjects(PRACTICE);

  private Subject good() {
    return subjects.following("eastus", "kv-orders-eastus/orders-kek", "id-orders-eastus");
  }

  private Check check(Subject subject, String rule, Map<String, Function<Object, Object>> answers) {
    return subjects.check(subject, rule, answers);
  }

  private Check check(Subject subject, String rule, String question, Object answer) {
    return check(subject, rule, Map.of(question, _ -> answer));
  }

  @Test
  void CMK_1_aKeyStoreOfAnotherTenantFails() {
    Check check = check(good(), "CMK-1", "tenant", "00000000-0000-0000-0000-00000000beef");
    assertThat(check.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(check.message()).contains("kv-orders-eastus", "beef");
  }

  @Test
  void REC_1_aLockIsNamed() {
    Check check = check(good(), "REC-1", "locks", List.of(new Lock("keep", "/x", false)));
    assertThat(check.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(check.message()).contains("keep");
  }

  @Test
  void REC_1_whoMayNotReadLocksIsToldSoAndNothingIsHeldUp() {
    CloudFailure refused =
        new CloudFailure(CloudFailure.Kind.FORBIDDEN, "AuthorizationFailed", "no", "");
    Check check =
        check(
            good(),
            "REC-1",
            Map.of(
                "locks",
                _ -> {
                  throw refused;
                }));
    assertThat(check.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(check.message()).contains("AuthorizationFailed");
  }

  @Test
  void REC_2_aKeyStoreWhoseUseNobodyLogsIsAdvisedAgainst() {
    Check unlogged = check(good(), "REC-2", "isLogged", false);
    assertThat(unlogged.verdict()).isEqualTo(Verdict.ADVICE);
    assertThat(unlogged.message()).contains("kv-orders-eastus", "AuditEvent");
    assertThat(check(good(), "REC-2", "isLogged", true).verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void PROOF_1_aKeyThatGivesOtherBytesBackFails() {
    assertThat(check(good(), "PROOF-1", "wrapsAndUnwraps", false).verdict())
        .isEqualTo(Verdict.FAILED);
  }

  @Test
  void PROOF_1_whoMayNotTryTheKeyIsToldThatOnlyTheServiceCan() {
    CloudFailure refused =
        new CloudFailure(CloudFailure.Kind.FORBIDDEN, "ForbiddenByRbac", "no", "");
    Check check =
        check(
            good(),
            "PROOF-1",
            Map.of(
                "wrapsAndUnwraps",
                _ -> {
                  throw refused;
                }));
    assertThat(check.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(check.message()).contains("The service tries it");
    assertThat(new Report(List.of(check), List.of(), Duration.ZERO).isCertain()).isTrue();
  }

  @Test
  void PROOF_1_aKeyThatIsKnownNotToWorkIsNotTried() {
    Subject subject =
        subjects.following("eastus", "kv-orders-eastus/lapsed-kek", "id-orders-eastus");
    Check check =
        check(
            subject,
            "PROOF-1",
            Map.of(
                "wrapsAndUnwraps",
                _ -> {
                  throw new AssertionError("tried");
                }));
    assertThat(check.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(check.message()).contains("not tried");
  }

  @Test
  void whatIsRefusedForTooManyRequestsIsAskedForAgain() {
    AtomicInteger asked = new AtomicInteger();
    Check check =
        check(
            good(),
            "REC-1",
            Map.of(
                "locks",
                _ -> {
                  if (asked.incrementAndGet() < 3) {
                    throw new CloudFailure(CloudFailure.Kind.THROTTLED, "Throttled", "", "");
                  }
                  return List.of(new Lock("keep", "/x", false));
                }));
    assertThat(asked).hasValue(3);
    assertThat(check.verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void aPreflightThatIsCancelledWaitsForNobodyAndLeavesNothingRunning() {
    Cancellation wish = new Cancellation();
    Function<Object, Object> never =
        _ -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
          throw new CancellationException();
        };
    Cloud cloud = Altered.safeguards(PRACTICE.cloud(), Map.of("locks", never));
    // Closing it waits for all that was begun.
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Preflight preflight = new Preflight(cloud, PRACTICE.time(), threads);
      assertThatThrownBy(() -> preflight.run(good(), _ -> wish.cancel(), wish))
          .isInstanceOf(CancellationException.class);
    }
  }

  @Test
  void REC_4_aPinnedVersionOfAKeyThatRotatesIsLeftBehind() {
    Key key = PRACTICE.cloud().keyStores().get(Subjects.newest("kv-orders-eastus/ledger-kek"));
    PRACTICE
        .cloud()
        .keyLife()
        .setPolicy(
            key.id(),
            new RotationPolicy(
                Optional.empty(),
                Optional.of(new Trigger(From.AFTER_CREATION, Period.ofMonths(18))),
                Optional.empty()));
    assertThat(verdict(key.id(), "REC-4")).isEqualTo(Verdict.ADVICE);
    assertThat(verdict(key.id().versionless(), "REC-4")).isEqualTo(Verdict.PASSED);
  }

  private Verdict verdict(KeyIdentifier key, String rule) {
    return check(subjects.with("eastus", key, "id-orders-eastus"), rule, Map.of()).verdict();
  }

  @Test
  void REC_7_anExpiryNeedsANoticeAMonthAhead() {
    Key key = PRACTICE.cloud().keyStores().get(Subjects.newest("kv-orders-westus/orders-west-kek"));
    KeyEdit dated =
        new KeyEdit(
            Optional.empty(),
            Optional.empty(),
            Optional.of(PRACTICE.time().now().plus(Duration.ofDays(200))),
            Optional.empty());
    PRACTICE.cloud().keyLife().edit(key.id(), dated);
    notice(key.id(), 10);
    assertThat(verdict(key.id(), "REC-7")).isEqualTo(Verdict.ADVICE);
    notice(key.id(), 30);
    assertThat(verdict(key.id(), "REC-7")).isEqualTo(Verdict.PASSED);
  }

  private static void notice(KeyIdentifier key, int days) {
    Trigger before = new Trigger(From.BEFORE_EXPIRY, Period.ofDays(days));
    PRACTICE
        .cloud()
        .keyLife()
        .setPolicy(
            key, new RotationPolicy(Optional.empty(), Optional.empty(), Optional.of(before)));
  }

  @Test
  void STATE_1_aServerThatIsBusyMustBeWaitedFor() {
    Server server = PRACTICE.server("reporting-pg");
    PRACTICE.cloud().servers().restart(server.id());
    Subject subject =
        Subject.of(server, PRACTICE.subscription(Practice.PRODUCTION), Optional.empty());
    Check busy = check(subject, "STATE-1", Map.of());
    assertThat(busy.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(busy.message()).contains("reporting-pg", "try later");
    PRACTICE.time().jump(Duration.ofMinutes(30));
    assertThat(check(subject, "STATE-1", Map.of()).verdict()).isEqualTo(Verdict.PASSED);
  }
}
