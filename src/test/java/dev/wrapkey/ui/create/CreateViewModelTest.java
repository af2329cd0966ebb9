package dev.wrapkey.ui.create;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.wizard.PlayedStep;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CreateViewModelTest {

  private final List<String> told = new ArrayList<>();
  private final PlayedStep basics = new PlayedStep("basics", false, told::add);
  private final PlayedStep networking = new PlayedStep("networking", true, told::add);
  private final PlayedStep security = new PlayedStep("security", true, told::add);
  private final PlayedStep review = new PlayedStep("review", true, told::add);
  private final CreateViewModel wizard =
      new CreateViewModel(
          List.of(basics, networking, security, review),
          () -> told.add("create"),
          () -> told.add("close"));

  @Test
  void startsOnTheFirstTab() {
    wizard.start();
    assertThat(told).containsExactly("enter basics");
    assertThat(wizard.currentProperty().get()).isZero();
  }

  @Test
  void tabsOpenInAnyOrderAndAreLeftBeforeTheNextIsEntered() {
    wizard.open("security");
    wizard.open("networking");
    assertThat(told)
        .containsExactly("leave basics", "enter security", "leave security", "enter networking");
    assertThat(wizard.currentProperty().get()).isEqualTo(1);
  }

  @Test
  void openingTheTabThatIsOpenDoesNothing() {
    wizard.open("basics");
    wizard.open("nonsense");
    assertThat(told).isEmpty();
  }

  @Test
  void previousAndNextStayWithinTheTabs() {
    wizard.previous();
    assertThat(wizard.currentProperty().get()).isZero();
    Stream.generate(() -> wizard).limit(9).forEach(CreateViewModel::next);
    assertThat(wizard.currentProperty().get()).isEqualTo(3);
    assertThat(wizard.isLast()).isTrue();
  }

  @Test
  void onlyATabThatWasLeftIncompleteIsTroubled() {
    assertThat(wizard.troubledProperty()).isEmpty();
    wizard.next();
    assertThat(wizard.troubledProperty()).containsExactly("basics");
  }

  @Test
  void mendingATabTakesItsRedDotAway() {
    wizard.next();
    basics.setComplete(true);
    assertThat(wizard.troubledProperty()).isEmpty();
  }

  @Test
  void aTabThatTurnsIllegalAfterItWasLeftGetsARedDot() {
    basics.setComplete(true);
    wizard.open("security");
    wizard.open("networking");
    security.setComplete(false);
    assertThat(wizard.troubledProperty()).containsExactly("security");
  }

  @Test
  void aTabNobodyHasVisitedGetsNoRedDotByItself() {
    security.setComplete(false);
    assertThat(wizard.troubledProperty()).isEmpty();
  }

  @Test
  void theReviewAsksEveryTabForItsProblemsAndMarksTheIncompleteOnes() {
    security.setComplete(false);
    wizard.review();
    assertThat(told)
        .containsExactly(
            "leave basics",
            "problems basics",
            "problems networking",
            "problems security",
            "enter review");
    assertThat(wizard.troubledProperty()).containsExactlyInAnyOrder("basics", "security");
  }

  @Test
  void aFindingThatArrivesWhileTheReviewIsOpenMarksItsTab() {
    basics.setComplete(true);
    wizard.review();
    assertThat(wizard.completeProperty().get()).isTrue();
    security.setComplete(false);
    assertThat(wizard.completeProperty().get()).isFalse();
    assertThat(wizard.troubledProperty()).containsExactly("security");
  }

  @Test
  void whatComesWhileTheReviewIsOpenIsWrittenDownBeforeItIsShown() {
    wizard.review();
    told.clear();
    basics.setComplete(true);
    assertThat(told)
        .containsExactly(
            "leave basics",
            "leave networking",
            "leave security",
            "problems basics",
            "problems networking",
            "problems security",
            "leave basics",
            "leave networking",
            "leave security",
            "enter review");
    wizard.open("basics");
    told.clear();
    basics.setComplete(false);
    assertThat(told).isEmpty();
  }

  @Test
  void aTabThatWaitsForTheCloudHasNoRedDotYet() {
    basics.setWaiting(true);
    wizard.next();
    assertThat(wizard.troubledProperty()).isEmpty();
    basics.setWaiting(false);
    assertThat(wizard.troubledProperty()).containsExactly("basics");
  }

  @Test
  void createOnlyShowsProblemsWhileSomethingIsMissing() {
    wizard.review();
    told.clear();
    wizard.create();
    assertThat(told).containsExactly("problems basics", "problems networking", "problems security");
    basics.setComplete(true);
    wizard.create();
    assertThat(told).endsWith("create").containsOnlyOnce("create");
  }

  @Test
  void closeLeavesTheWizard() {
    wizard.close();
    assertThat(told).containsExactly("close");
  }
}
