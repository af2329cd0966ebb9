package dev.wrapkey.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wrapkey.preflight.Purpose;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.ui.Practice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a survey says of the starter landscape, and of clouds that do not answer everything. */
class SurveyTest {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  private final Surveys surveys = new Surveys(PRACTICE);

  private HealthReport with(Watched cloud) {
    return surveys
        .of(cloud.cloud(), Optional.empty())
        .run(new Survey.Listener() {}, new Cancellation());
  }

  /** The landscape with one server otherwise than it is. */
  private HealthReport bent(String name, UnaryOperator<DataEncryption> otherwise) {
    return with(
        new Watched(
            PRACTICE.cloud(),
            (question, about) ->
                question.equals("servers.list")
                    ? Optional.of(
                        PRACTICE.cloud().servers().list((String) about.getFirst()).stream()
                            .map(s -> s.name().equals(name) ? change(s, otherwise) : s)
                            .toList())
                    : Optional.empty()));
  }

  private static Server change(Server server, UnaryOperator<DataEncryption> otherwise) {
    return server.withEncryption(otherwise.apply(server.encryption()));
  }

  @Test
  void everyServerOfEverySubscriptionIsThereAndTheWorstComesFirst() {
    HealthReport report = surveys.run();
    List<String> all = new ArrayList<>();
    for (Subscription each : PRACTICE.cloud().directory().subscriptions()) {
      PRACTICE.cloud().servers().list(each.id()).forEach(server -> all.add(server.name()));
    }
    assertThat(report.servers())
        .extracting(each -> each.server().name())
        .containsExactlyInAnyOrderElementsOf(all);
    assertThat(report.lines()).hasSize(all.size() + 1); // billing-pg has two keys
    assertThat(report.lines().getFirst().server().name()).isEqualTo("payroll-pg");
    assertThat(report.count(Urgency.TROUBLE)).isEqualTo(1);
    assertThat(report.isCertain()).isTrue();
  }

  @Test
  void aPinnedKeyIsShownWithItsVersionItsStatusAndItsStore() {
    KeyHealth key = Surveys.key(surveys.run(), "orders-pg", Purpose.PRIMARY);
    List<KeyIdentifier> versions = PRACTICE.versions("kv-orders-eastus", "orders-kek");
    assertThat(key.key()).isEqualTo(versions.get(1));
    assertThat(key.followsNewest()).isFalse();
    assertThat(key.standing().inUse().orElseThrow().id()).isEqualTo(versions.get(1));
    assertThat(key.standing().newest().orElseThrow().id()).isEqualTo(versions.getFirst());
    assertThat(key.standing().behind()).isEqualTo(1);
    assertThat(key.status()).contains("Valid");
    assertThat(key.expires()).isEmpty();
    assertThat(key.store()).contains(PRACTICE.store("kv-orders-eastus"));
    assertThat(key.policy()).isPresent();
    assertThat(key.rotated().orElseThrow().source()).isEqualTo(LastRotation.Source.NOT_BEFORE);
  }

  @Test
  void whoFollowsTheNewestVersionIsNeverBehind() {
    KeyHealth key = Surveys.key(surveys.run(), "reporting-pg", Purpose.PRIMARY);
    assertThat(key.followsNewest()).isTrue();
    assertThat(key.standing().behind()).isZero();
    assertThat(key.standing().inUse().orElseThrow().id())
        .isEqualTo(PRACTICE.newest("kv-reporting-weu", "reporting-kek"));
  }

  @Test
  void theSecondKeyIsALineOfItsOwn() {
    HealthReport report = surveys.run();
    assertThat(report.lines().stream().filter(l -> l.server().name().equals("billing-pg")))
        .extracting(line -> line.key().orElseThrow().key().storeName())
        .containsExactly("kv-billing-neu", "kv-billing-weu");
  }

  @Test
  void aServiceManagedServerHasNoKeyAndNothingAgainstIt() {
    ServerHealth ledger = Surveys.server(surveys.run(), "ledger-pg");
    assertThat(ledger.keys()).isEmpty();
    assertThat(ledger.urgency()).isEqualTo(Urgency.GOOD);
  }

  @Test
  void anExpiredKeyHasCutItsServerOffCmk16() {
    HealthReport report = surveys.run();
    assertThat(Surveys.rules(Surveys.server(report, "payroll-pg"), Urgency.TROUBLE))
        .contains("INA-4", "CMK-16");
    KeyHealth key = Surveys.key(report, "payroll-pg", Purpose.PRIMARY);
    assertThat(key.daysLeft(report.at())).contains(-3L);
    assertThat(key.status()).contains("Invalid");
  }

  @Test
  void oneIdentityForBothKeysIsAWarningCmk22() {
    HealthReport report =
        bent(
            "billing-pg",
            now ->
                now.withGeo(
                    now.geo()
                        .map(
                            geo ->
                                new GeoEncryption(
                                    geo.key(), now.identity().orElseThrow(), geo.status()))));
    Gap gap = Surveys.gap(report, "billing-pg", "CMK-22").orElseThrow();
    assertThat(gap.urgency()).isEqualTo(Urgency.WARNING);
    assertThat(gap.purpose()).isEqualTo(Purpose.GEO);
    assertThat(gap.ways()).containsExactly(Way.ENCRYPTION);
  }

  @Test
  void aKeyThatCannotBeReadIsUnknownAndSaysWhyKey1() {
    CloudFailure forbidden =
        new CloudFailure(CloudFailure.Kind.FORBIDDEN, "ForbiddenByRbac", "not you", "");
    HealthReport report =
        with(
            new Watched(
                PRACTICE.cloud(),
                (question, about) -> {
                  if (question.equals("keyStores.get")
                      && ((KeyIdentifier) about.getFirst())
                          .storeName()
                          .equals("kv-reporting-weu")) {
                    throw forbidden;
                  }
                  return Optional.empty();
                }));
    ServerHealth reporting = Surveys.server(report, "reporting-pg");
    assertThat(reporting.urgency()).isEqualTo(Urgency.UNKNOWN);
    assertThat(Surveys.gap(report, "reporting-pg", "KEY-1").orElseThrow().message())
        .contains("reporting-kek", "ForbiddenByRbac");
    assertThat(report.isCertain()).isFalse();
    assertThat(Surveys.server(report, "billing-pg").urgency()).isEqualTo(Urgency.ADVICE);
  }

  @Test
  void aSubscriptionThatCannotBeListedIsNamedAndTheOthersAreThere() {
    HealthReport report =
        with(
            new Watched(
                PRACTICE.cloud(),
                (question, about) -> {
                  if (question.equals("servers.list")
                      && about.getFirst().equals(Practice.DEVELOPMENT)) {
                    throw new CloudFailure(
                        CloudFailure.Kind.FORBIDDEN, "AuthorizationFailed", "not you", "");
                  }
                  return Optional.empty();
                }));
    assertThat(report.unseen())
        .singleElement()
        .satisfies(
            why -> {
              assertThat(why.subscription().id()).isEqualTo(Practice.DEVELOPMENT);
              assertThat(why.failure().code()).isEqualTo("AuthorizationFailed");
            });
    assertThat(report.servers()).isNotEmpty();
    assertThat(report.isCertain()).isFalse();
    assertThat(HealthFile.of(report).html())
        .contains("the servers of Practice Development could not be listed (AuthorizationFailed)");
    assertThat(HealthFile.of(report).json()).contains("\"unseen\"", "AuthorizationFailed");
  }

  @Test
  void aSurveyChangesNothingAndAsksEachQuestionOnce() {
    Watched cloud = new Watched(PRACTICE.cloud());
    with(cloud);
    assertThat(cloud.asked()).doesNotHaveDuplicates().isNotEmpty();
    assertThat(cloud.asked())
        .allMatch(
            question ->
                question.matches(
                    "(directory|identities|keyStores|keyLife|safeguards|servers)"
                        + "\\.(subscriptions|regions|whereabouts|get|list|versions|policy|findDeleted|tenant|grants|locks|isLogged)"
                        + " (?s).*"));
  }

  @Test
  void itEndsWhenSomebodyWantsItTo() {
    Cancellation enough = new Cancellation();
    List<ServerHealth> seen = new ArrayList<>();
    Survey survey = surveys.of(PRACTICE.cloud(), Optional.empty());
    assertThatThrownBy(
            () ->
                survey.run(
                    new Survey.Listener() {
                      @Override
                      public void seen(ServerHealth server) {
                        seen.add(server);
                        enough.cancel();
                      }
                    },
                    enough))
        .isInstanceOf(CancellationException.class);
    assertThat(seen).hasSize(1);
  }
}
