package dev.wrapkey.ui.create.basics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.catalog.Preset;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.ui.Practice;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BasicsViewModelTest extends BasicsForm {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  @Override
  Practice practice() {
    return PRACTICE;
  }

  @Test
  void aFreshFormIsSilentAndIncomplete() {
    assertThat(basics.subscriptions().items()).hasSize(2);
    assertThat(basics.completeProperty().get()).isFalse();
    for (var input :
        List.of(
            basics.name(), basics.authentication().login(), basics.authentication().password())) {
      assertThat(problem(input)).isEmpty();
    }
  }

  @Test
  void showingProblemsNamesEveryEmptyField() {
    basics.showProblems();
    assertThat(basics.askedProperty().get()).isTrue();
    for (var input :
        List.of(
            basics.name(), basics.authentication().login(), basics.authentication().password())) {
      assertThat(problem(input)).isNotEmpty();
    }
  }

  @Test
  void everythingLegalMakesItComplete() {
    fill();
    assertThat(basics.completeProperty().get()).isTrue();
  }

  @Test
  void eachMissingPartAloneMakesItIncomplete() {
    List<Runnable> spoils =
        List.of(
            () -> basics.groupProperty().set(null),
            () -> basics.regionProperty().set(null),
            () -> basics.subscriptionProperty().set(null),
            () -> basics.name().set("Upper"),
            () -> basics.authentication().login().set("admin"),
            () -> basics.authentication().password().set("short"),
            () -> basics.authentication().confirmation().set("Canary-4711-y"));
    for (Runnable spoil : spoils) {
      fresh();
      fill();
      assertThat(basics.completeProperty().get()).isTrue();
      spoil.run();
      assertThat(basics.completeProperty().get()).isFalse();
    }
  }

  @Test
  void anotherSubscriptionForgetsGroupAndRegionAndListsItsOwn() {
    fill();
    subscribe("Practice Development");
    assertThat(basics.groupProperty().get()).isNull();
    assertThat(basics.regionProperty().get()).isNull();
    assertThat(basics.groups().items()).extracting(GroupChoice::name).containsExactly("rg-dev");
    assertThat(basics.completeProperty().get()).isFalse();
  }

  @Test
  void leavingWritesEverythingIntoThePlan() {
    fill();
    basics.versionProperty().set("16");
    basics.zoneProperty().set("2");
    basics.compute().choose(Preset.DEVELOPMENT);
    basics.leave();
    Plan.Basics written = draft.plan().basics();
    assertThat(written.subscription().id()).isEqualTo(Practice.PRODUCTION);
    assertThat(written.group()).isEqualTo("rg-orders");
    assertThat(written.name()).isEqualTo("basics-pg");
    assertThat(written.region()).isEqualTo("eastus");
    assertThat(written.version()).isEqualTo("16");
    assertThat(written.availabilityZone()).isEqualTo("2");
    assertThat(draft.plan().configuration()).isEqualTo(Plan.Configuration.DEVELOPMENT);
    assertThat(written.authentication().login()).isEqualTo("ordersadmin");
    assertThat(written.authentication().password().reveal()).isEqualTo(PASSWORD);
  }

  @Test
  void aHalfFilledFormIsInThePlanTooSoThatTheReviewTellsTheTruth() {
    basics.name().set("half-pg");
    basics.authentication().login().set("ordersadmin");
    basics.leave();
    assertThat(draft.plan().basics().name()).isEqualTo("half-pg");
    assertThat(draft.plan().basics().authentication().login()).isEqualTo("ordersadmin");
  }

  @Test
  void takingTheSubscriptionBackTakesItOutOfThePlan() {
    fill();
    basics.leave();
    basics.subscriptionProperty().set(null);
    basics.leave();
    assertThat(draft.plan().basics().subscription().id()).isEmpty();
    assertThat(draft.plan().basics().region()).isEmpty();
  }

  @Test
  void PWD_3_changingTheLoginChecksThePasswordAgain() {
    fill();
    basics.authentication().login().set("canary");
    assertThat(problem(basics.authentication().password())).contains("login name");
    basics.authentication().login().set("ordersadmin");
    assertThat(problem(basics.authentication().password())).isEmpty();
  }

  @Test
  void PWD_4_changingThePasswordChecksTheConfirmationAgain() {
    fill();
    basics.authentication().password().set(PASSWORD + "y");
    assertThat(problem(basics.authentication().confirmation()))
        .isEqualTo("The passwords do not match.");
  }

  @Test
  void thePasswordStandsInNoTextOfPlanDraftOrProblem() {
    fill();
    basics.leave();
    basics.authentication().confirmation().set("other");
    assertThat(draft.plan().toString()).contains("basics-pg").doesNotContain(PASSWORD);
    assertThat(String.valueOf(draft) + draft.planProperty() + basics).doesNotContain(PASSWORD);
    assertThat(
            problem(basics.authentication().confirmation())
                + problem(basics.authentication().password()))
        .doesNotContain(PASSWORD)
        .doesNotContain("other");
  }
}
