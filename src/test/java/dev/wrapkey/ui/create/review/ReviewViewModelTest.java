package dev.wrapkey.ui.create.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Secret;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.ui.create.review.ReviewViewModel.Row;
import dev.wrapkey.ui.create.review.ReviewViewModel.Section;
import dev.wrapkey.ui.preflight.ScriptedExaminer;
import dev.wrapkey.ui.wizard.Draft;
import dev.wrapkey.ui.wizard.Forms;
import dev.wrapkey.ui.wizard.PlayedStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReviewViewModelTest {

  private static final String PASSWORD = "Canary-4711-x";
  private static final String VERSION = "0123456789abcdef0123456789abcdef";
  private static final KeyIdentifier KEY =
      KeyIdentifier.of("https://kv-orders-eastus.vault.azure.net/keys/orders-kek/" + VERSION);
  private static final ResourceId IDENTITY =
      new ResourceId("sub", "rg-orders", ResourceId.IDENTITY, "id-orders-eastus");

  private static final ResourceId SUBNET =
      new ResourceId("sub", "rg", ResourceId.SUBNET, "vnet-orders/pg");

  private final List<String> opened = new ArrayList<>();
  private final Draft draft = new Draft(plan(DataEncryption.customerManaged(KEY, IDENTITY)));
  private final PlayedStep tab = new PlayedStep("tab", true, asked -> {});
  private final ScriptedExaminer scripted = new ScriptedExaminer();
  private final ReviewViewModel review =
      new ReviewViewModel(draft, new Forms(List.of(tab)), opened::add, scripted.panel());

  private static Plan plan(DataEncryption encryption) {
    return new Plan(
        new Plan.Basics(
            new Subscription("sub", "Practice Production"),
            "rg-new",
            true,
            "review-pg",
            "eastus",
            "17",
            "",
            Plan.Authentication.passwords("ordersadmin", new Secret(PASSWORD))),
        Plan.Configuration.DEVELOPMENT,
        Plan.Networking.open(
            true, false, List.of(new Plan.FirewallRule("home", "203.0.113.7", "203.0.113.7"))),
        encryption,
        new TreeMap<>(Map.of("team", "orders", "cost", "42")));
  }

  private List<String> values(String step) {
    review.enter();
    return review.sections().stream()
        .filter(s -> s.step().equals(step))
        .flatMap(s -> s.rows().stream())
        .map(Row::value)
        .toList();
  }

  @Test
  void thereIsASectionForEachTabInTheirOrder() {
    review.enter();
    assertThat(review.sections())
        .extracting(Section::step)
        .containsExactly("basics", "networking", "security", "tags");
  }

  @Test
  void basicsTellsWhatWillBeMade() {
    assertThat(values("basics"))
        .contains(
            "Practice Production", "(New) rg-new", "review-pg", "ordersadmin", "East US", "17")
        .contains("No preference")
        .anyMatch(v -> v.contains("Burstable") && v.contains("B1ms") && v.contains("32 GiB"));
  }

  @Test
  void whatIsNotChosenIsSaidToBeOff() {
    assertThat(values("basics")).contains("7 day(s)").contains("Not Enabled");
  }

  @Test
  void standbyRetentionGrowthAndGeoRedundancyAreThoseOfThePlan() {
    Plan.Configuration c = draft.plan().configuration();
    draft.set(
        draft
            .plan()
            .withConfiguration(
                c.withHighAvailability(
                        new Plan.HighAvailability(Plan.HighAvailability.Mode.ZONE_REDUNDANT, "3"))
                    .withBackup(new Plan.Backup(14, true))
                    .withStorage(new Plan.Storage("Premium_LRS", 32, "P4", 120, 0, true))));
    review.enter();
    assertThat(row("review.ha")).isEqualTo("Zone redundant");
    assertThat(row("review.standby")).isEqualTo("3");
    assertThat(row("review.retention")).isEqualTo("14 day(s)");
    assertThat(row("review.autogrow")).isEqualTo("Enabled");
    assertThat(row("review.geo")).isEqualTo("Enabled");
  }

  private String row(String label) {
    return review.sections().getFirst().rows().stream()
        .filter(r -> r.label().equals(label))
        .map(Row::value)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anExistingGroupIsNotCalledNew() {
    Plan.Basics b = draft.plan().basics();
    draft.set(
        draft
            .plan()
            .withBasics(
                new Plan.Basics(
                    b.subscription(),
                    "rg-orders",
                    false,
                    b.name(),
                    b.region(),
                    b.version(),
                    "3",
                    b.authentication())));
    assertThat(values("basics")).contains("rg-orders", "3").noneMatch(v -> v.contains("(New)"));
  }

  @Test
  void securityTellsIdentityStoreKeyAndVersion() {
    assertThat(values("security"))
        .containsExactly(
            "Customer-managed key", "id-orders-eastus", "kv-orders-eastus", "orders-kek", VERSION);
  }

  @Test
  void aVersionlessKeyIsSaidToFollowTheNewest() {
    draft.set(plan(DataEncryption.customerManaged(KEY.versionless(), IDENTITY)));
    assertThat(values("security")).last().asString().contains("follows the newest");
  }

  @Test
  void aServiceManagedKeyNeedsOneRow() {
    draft.set(plan(DataEncryption.serviceManaged()));
    assertThat(values("security")).containsExactly("Service-managed key");
  }

  @Test
  void networkingAndTagsAreCounted() {
    assertThat(values("networking")).element(3).isEqualTo("1");
    assertThat(values("tags")).containsExactly("cost : 42", "team : orders");
  }

  @Test
  void thePasswordStandsNowhere() {
    review.enter();
    assertThat(review.sections().toString()).contains("ordersadmin").doesNotContain(PASSWORD);
  }

  @Test
  void itIsIncompleteExactlyWhileAnotherTabIs() {
    assertThat(review.validationProperty().get()).isEqualTo(ReviewViewModel.Validation.PASSED);
    tab.setComplete(false);
    assertThat(review.validationProperty().get()).isEqualTo(ReviewViewModel.Validation.INCOMPLETE);
    assertThat(review.completeProperty().get()).as("nothing was found against it").isTrue();
  }

  @Test
  void changeOpensTheTab() {
    review.change("security");
    assertThat(opened).containsExactly("security");
  }

  @Test
  void publicAccessIsToldWithItsRulesAndEndpoints() {
    assertThat(values("networking"))
        .containsExactly(
            "Public access (allowed IP addresses) and Private endpoint", "Yes", "No", "1", "0");
    ResourceId endpoint = new ResourceId("sub", "rg", ResourceId.PRIVATE_ENDPOINT, "orders-pe");
    draft.set(
        draft
            .plan()
            .withNetworking(
                new Plan.Networking(
                    Plan.Networking.Method.PUBLIC,
                    false,
                    false,
                    List.of(),
                    List.of(new Plan.PrivateEndpoint(endpoint, "eastus", SUBNET)),
                    java.util.Optional.empty())));
    assertThat(values("networking").subList(1, 5)).containsExactly("No", "No", "0", "orders-pe");
  }

  @Test
  void privateAccessIsToldWithItsNetworkSubnetAndZone() {
    ResourceId zone =
        new ResourceId("sub", "rg", ResourceId.PRIVATE_ZONE, "o.postgres.database.azure.com");
    draft.set(
        draft
            .plan()
            .withNetworking(Plan.Networking.closed(new Plan.PrivateAccess(SUBNET, zone, true))));
    assertThat(values("networking"))
        .containsExactly(
            "Private access (VNet Integration)",
            "vnet-orders",
            "pg",
            "o.postgres.database.azure.com",
            "Yes");
  }

  @Test
  void whatTheChecksFindIsPartOfTheValidation() {
    assertThat(review.completeProperty().get()).isTrue();
    review.enter();
    assertThat(review.validationProperty().get()).isEqualTo(ReviewViewModel.Validation.PASSED);
    scripted.finds(ScriptedExaminer.failed("CMK-6"));
    review.leave();
    review.enter();
    assertThat(review.validationProperty().get()).isEqualTo(ReviewViewModel.Validation.REFUSED);
    assertThat(review.completeProperty().get()).isFalse();
    review.leave();
    assertThat(review.completeProperty().get()).isTrue();
  }

  @Test
  void whatIsWrongWithAKeyIsToldEvenWhileAnotherTabIsNotLegal() {
    tab.setComplete(false);
    scripted.finds(ScriptedExaminer.failed("CMK-6"));
    review.enter();
    assertThat(review.validationProperty().get()).isEqualTo(ReviewViewModel.Validation.REFUSED);
    scripted.finds();
    review.leave();
    review.enter();
    assertThat(review.validationProperty().get()).isEqualTo(ReviewViewModel.Validation.INCOMPLETE);
    tab.setComplete(true);
    review.enter();
    assertThat(review.validationProperty().get()).isEqualTo(ReviewViewModel.Validation.PASSED);
    assertThat(scripted.examined()).isEqualTo(2);
  }

  @Test
  void withoutAKeyTheChecksWaitUntilEveryTabIsLegal() {
    draft.set(plan(DataEncryption.serviceManaged()));
    tab.setComplete(false);
    review.enter();
    assertThat(scripted.examined()).isZero();
    tab.setComplete(true);
    review.enter();
    assertThat(scripted.examined()).isEqualTo(1);
  }

  @Test
  void enteredAgainItChecksOnlyAPlanThatHasChanged() {
    review.enter();
    review.enter();
    assertThat(scripted.examined()).isEqualTo(1);
    draft.set(plan(DataEncryption.serviceManaged()));
    review.enter();
    assertThat(scripted.examined()).isEqualTo(2);
    assertThat(review.sections())
        .filteredOn(section -> section.step().equals("security"))
        .flatExtracting(Section::rows)
        .containsExactly(new Row("review.encryption", "Service-managed key"));
  }

  @Test
  void anAnswerThatATabWaitsForIsNoFailure() {
    tab.setComplete(false);
    tab.setWaiting(true);
    assertThat(review.validationProperty().get()).isEqualTo(ReviewViewModel.Validation.RUNNING);
    tab.setWaiting(false);
    assertThat(review.validationProperty().get()).isEqualTo(ReviewViewModel.Validation.INCOMPLETE);
  }
}
