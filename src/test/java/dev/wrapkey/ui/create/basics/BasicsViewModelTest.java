package dev.wrapkey.ui.create.basics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.catalog.Preset;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Region;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.ui.Drafts;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.wizard.Draft;
import dev.wrapkey.ui.wizard.RegionOffers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BasicsViewModelTest {

  private static final String PASSWORD = "Canary-4711-x";

  @RegisterExtension static final Practice PRACTICE = new Practice();

  private final Draft draft = Drafts.blank();
  private final RegionOffers offers =
      new RegionOffers(PRACTICE.cloud().directory(), Practice.tasks());
  private final List<String> opened = new ArrayList<>();
  private BasicsViewModel basics;

  @BeforeEach
  void fresh() {
    basics = entered(Practice.tasks());
  }

  private BasicsViewModel entered(Tasks tasks) {
    BasicsViewModel fresh =
        new BasicsViewModel(
            PRACTICE.cloud(), tasks, draft, PRACTICE.time(), offers, () -> opened.add("compute"));
    fresh.enter();
    return fresh;
  }

  private void subscribe(String name) {
    basics.subscriptionProperty().set(subscription(name));
  }

  private Subscription subscription(String name) {
    return basics.subscriptions().items().stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void place(String group, String region) {
    subscribe("Practice Production");
    basics.groupProperty().set(new GroupChoice(group, false));
    basics.regionProperty().set(region(region));
  }

  private Region region(String name) {
    return basics.regions().items().stream()
        .filter(r -> r.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void fill() {
    place("rg-orders", "eastus");
    basics.name().set("basics-pg");
    basics.authentication().login().set("ordersadmin");
    basics.authentication().password().set(PASSWORD);
    basics.authentication().confirmation().set(PASSWORD);
  }

  private static String problem(dev.wrapkey.ui.wizard.Input input) {
    return input.problemProperty().get();
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
  void NAME_3_aNameThatIsTakenIsRefusedAtTheField() {
    place("rg-orders", "eastus");
    basics.name().set("orders-pg");
    assertThat(problem(basics.name())).isNotEmpty();
    assertThat(basics.name().acceptedProperty().get()).isFalse();
    basics.name().set("orders-pg-2");
    assertThat(problem(basics.name())).isEmpty();
    assertThat(basics.name().acceptedProperty().get()).isTrue();
  }

  @Test
  void NAME_1_NAME_2_anIllegalNameIsNotAskedForInTheCloud() {
    List<Runnable> waiting = new ArrayList<>();
    basics = entered(new Tasks(waiting::add, Runnable::run, bug -> {}));
    waiting.removeFirst().run();
    subscribe("Practice Production");
    while (!waiting.isEmpty()) {
      waiting.removeFirst().run();
    }
    basics.regionProperty().set(region("eastus"));
    basics.name().set("ab");
    basics.name().set("Orders");
    assertThat(waiting).isEmpty();
    assertThat(problem(basics.name())).contains("lowercase");
  }

  @Test
  void aNameIsNotAcceptedWhileItIsBeingAskedFor() {
    List<Runnable> waiting = new ArrayList<>();
    fill();
    BasicsViewModel slow =
        new BasicsViewModel(
            PRACTICE.cloud(),
            new Tasks(waiting::add, Runnable::run, bug -> {}),
            draft,
            PRACTICE.time(),
            offers,
            () -> {});
    slow.subscriptionProperty().set(basics.subscriptionProperty().get());
    slow.groupProperty().set(basics.groupProperty().get());
    slow.regionProperty().set(basics.regionProperty().get());
    slow.authentication().login().set("ordersadmin");
    slow.authentication().password().set(PASSWORD);
    slow.authentication().confirmation().set(PASSWORD);
    waiting.clear();
    slow.name().set("basics-pg");
    assertThat(slow.nameCheck().runningProperty().get()).isTrue();
    assertThat(slow.completeProperty().get()).isFalse();
    waiting.getFirst().run();
    assertThat(slow.completeProperty().get()).isTrue();
  }

  @Test
  void theAnswerToAnEarlierNameDoesNotTouchTheLaterOne() {
    List<Runnable> answers = new ArrayList<>();
    basics = entered(new Tasks(Runnable::run, answers::add, bug -> {}));
    deliver(answers);
    subscribe("Practice Production");
    deliver(answers);
    basics.regionProperty().set(region("eastus"));
    basics.name().set("orders-pg");
    basics.name().set("basics-free");
    Runnable late = answers.getFirst();
    answers.getLast().run();
    late.run();
    assertThat(problem(basics.name())).isEmpty();
    assertThat(basics.nameCheck().refusalOf("orders-pg")).isEmpty();
    assertThat(basics.nameCheck().runningProperty().get()).isFalse();
  }

  private static void deliver(List<Runnable> answers) {
    while (!answers.isEmpty()) {
      answers.removeFirst().run();
    }
  }

  @Test
  void aNameWhoseCheckFailsIsLeftToTheCreation() {
    fill();
    basics
        .subscriptionProperty()
        .set(new Subscription("facade00-0000-4000-a000-00000000dead", "?"));
    basics.regionProperty().set(new Region("eastus", "East US", java.util.Optional.empty()));
    basics.name().set("orders-pg");
    assertThat(problem(basics.name())).isEmpty();
    assertThat(basics.nameCheck().runningProperty().get()).isFalse();
  }

  @Test
  void GROUP_2_anIllegalNewGroupIsRefusedAndNothingIsChosen() {
    subscribe("Practice Production");
    basics.newGroup().set("rg/orders");
    assertThat(basics.useNewGroup()).isFalse();
    assertThat(problem(basics.newGroup())).isNotEmpty();
    assertThat(basics.groupProperty().get()).isNull();
  }

  @Test
  void GROUP_1_anEmptyNewGroupSaysThatANameIsNeeded() {
    assertThat(basics.useNewGroup()).isFalse();
    assertThat(problem(basics.newGroup())).contains("1 to 90");
  }

  @Test
  void aLegalNewGroupIsChosenAndWillBeMade() {
    fill();
    basics.newGroup().set("rg-new");
    assertThat(basics.useNewGroup()).isTrue();
    basics.leave();
    assertThat(draft.plan().basics().group()).isEqualTo("rg-new");
    assertThat(draft.plan().basics().createGroup()).isTrue();
  }

  @Test
  void theNameOfAnExistingGroupInAnyLetterCaseChoosesThatGroup() {
    fill();
    basics.newGroup().set("RG-Security");
    assertThat(basics.useNewGroup()).isTrue();
    basics.leave();
    assertThat(draft.plan().basics().group()).isEqualTo("rg-security");
    assertThat(draft.plan().basics().createGroup()).isFalse();
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

  @Test
  void aNameIsAskedForOnlyWhenTheTypingHasPaused() {
    place("rg-orders", "eastus");
    Instant before = PRACTICE.time().now();
    basics.name().set("paused-pg");
    assertThat(PRACTICE.time().now()).isAfterOrEqualTo(before.plusMillis(300));
  }

  @Test
  void presetsChooseTheRegionsEquivalent() {
    place("rg-orders", "polandcentral");
    assertThat(draft.plan().configuration().compute().sku()).isEqualTo("Standard_D2ds_v4");
    assertThat(basics.compute().isChosen(Preset.PRODUCTION)).isTrue();
    basics.compute().choose(Preset.DEVELOPMENT);
    assertThat(draft.plan().configuration().compute().sku()).isEqualTo("Standard_B1ms");
    assertThat(basics.compute().isChosen(Preset.DEVELOPMENT)).isTrue();
  }

  @Test
  void changingTheRegionResetsWhatItDoesNotOfferAndSaysWhat() {
    place("rg-orders", "eastus");
    assertThat(basics.compute().resetsProperty().get()).isEmpty();
    basics.compute().availability().choose(Plan.HighAvailability.Mode.ZONE_REDUNDANT);
    draft
        .configurationProperty()
        .set(draft.plan().configuration().withBackup(new Plan.Backup(7, true)));
    basics.regionProperty().set(region("australiacentral2"));
    assertThat(draft.plan().configuration().backup().geoRedundant()).isFalse();
    assertThat(draft.plan().configuration().highAvailability().mode())
        .isEqualTo(Plan.HighAvailability.Mode.SAME_ZONE);
    assertThat(basics.compute().resetsProperty().get())
        .hasSize(3)
        .anyMatch(t -> t.startsWith("Compute size: Standard_D2ds_v5 instead of Standard_D2ads_v5"))
        .anyMatch(t -> t.startsWith("High availability: same zone instead of zone redundant"))
        .anyMatch(t -> t.startsWith("Geo-redundancy: off"));
  }

  @Test
  void aRegionThatIsOnlyPassedThroughLeavesNothingBehind() {
    place("rg-orders", "eastus");
    basics.compute().availability().choose(Plan.HighAvailability.Mode.ZONE_REDUNDANT);
    Plan.Configuration wished = draft.plan().configuration().withBackup(new Plan.Backup(9, true));
    draft.configurationProperty().set(wished);
    basics.regionProperty().set(region("eastasia"));
    assertThat(draft.plan().configuration().compute().sku()).isEqualTo("Standard_D2ads_v6");
    basics.regionProperty().set(region("australiacentral2"));
    assertThat(draft.plan().configuration().backup().geoRedundant()).isFalse();
    basics.regionProperty().set(region("eastus"));
    assertThat(draft.plan().configuration()).isEqualTo(wished);
    assertThat(basics.compute().resetsProperty().get()).isEmpty();
  }

  @Test
  void HA_3_theStandbysZoneMayNotBeTheServers() {
    fill();
    basics.zoneProperty().set("2");
    basics.compute().availability().choose(Plan.HighAvailability.Mode.ZONE_REDUNDANT);
    basics.compute().availability().chooseStandbyZone("2");
    assertThat(basics.compute().availability().problemProperty().getValue())
        .contains("must be different");
    assertThat(basics.completeProperty().get()).isFalse();
    basics.zoneProperty().set("1");
    assertThat(basics.completeProperty().get()).isTrue();
  }

  @Test
  void configuringTheServerHandsOverWhatWasEnteredFirst() {
    place("rg-orders", "eastus");
    basics.configure();
    assertThat(draft.plan().basics().region()).isEqualTo("eastus");
    assertThat(opened).containsExactly("compute");
  }

  @Test
  void whatWasConfiguredElsewhereIsNotOverwrittenOnLeaving() {
    fill();
    draft
        .configurationProperty()
        .set(draft.plan().configuration().withBackup(new Plan.Backup(21, false)));
    basics.leave();
    assertThat(draft.plan().configuration().backup().retentionDays()).isEqualTo(21);
  }
}
