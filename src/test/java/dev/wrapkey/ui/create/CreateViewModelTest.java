package dev.wrapkey.ui.create;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.wizard.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

class CreateViewModelTest {

  private final List<String> told = new ArrayList<>();
  private final Tab basics = new Tab("basics", false);
  private final Tab networking = new Tab("networking", true);
  private final Tab security = new Tab("security", true);
  private final Tab review = new Tab("review", true);
  private final CreateViewModel wizard =
      new CreateViewModel(
          List.of(basics, networking, security, review),
          () -> told.add("create"),
          () -> told.add("close"));

  private final class Tab implements Step {

    private final String id;
    private final BooleanProperty complete;
    private final BooleanProperty waiting = new SimpleBooleanProperty();

    private Tab(String id, boolean complete) {
      this.id = id;
      this.complete = new SimpleBooleanProperty(complete);
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public BooleanExpression completeProperty() {
      return complete;
    }

    @Override
    public BooleanExpression waitingProperty() {
      return waiting;
    }

    @Override
    public void enter() {
      told.add("enter " + id);
    }

    @Override
    public void leave() {
      told.add("leave " + id);
    }

    @Override
    public void showProblems() {
      told.add("problems " + id);
    }
  }

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
    basics.complete.set(true);
    assertThat(wizard.troubledProperty()).isEmpty();
  }

  @Test
  void aTabThatTurnsIllegalAfterItWasLeftGetsARedDot() {
    basics.complete.set(true);
    wizard.open("security");
    wizard.open("networking");
    security.complete.set(false);
    assertThat(wizard.troubledProperty()).containsExactly("security");
  }

  @Test
  void aTabNobodyHasVisitedGetsNoRedDotByItself() {
    security.complete.set(false);
    assertThat(wizard.troubledProperty()).isEmpty();
  }

  @Test
  void theReviewAsksEveryTabForItsProblemsAndMarksTheIncompleteOnes() {
    security.complete.set(false);
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
    basics.complete.set(true);
    wizard.review();
    assertThat(wizard.completeProperty().get()).isTrue();
    security.complete.set(false);
    assertThat(wizard.completeProperty().get()).isFalse();
    assertThat(wizard.troubledProperty()).containsExactly("security");
  }

  @Test
  void whatComesWhileTheReviewIsOpenIsWrittenDownBeforeItIsShown() {
    wizard.review();
    told.clear();
    basics.complete.set(true);
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
    basics.complete.set(false);
    assertThat(told).isEmpty();
  }

  @Test
  void aTabThatWaitsForTheCloudHasNoRedDotYet() {
    basics.waiting.set(true);
    wizard.next();
    assertThat(wizard.troubledProperty()).isEmpty();
    basics.waiting.set(false);
    assertThat(wizard.troubledProperty()).containsExactly("basics");
  }

  @Test
  void createOnlyShowsProblemsWhileSomethingIsMissing() {
    wizard.review();
    told.clear();
    wizard.create();
    assertThat(told).containsExactly("problems basics", "problems networking", "problems security");
    basics.complete.set(true);
    wizard.create();
    assertThat(told).endsWith("create").containsOnlyOnce("create");
  }

  @Test
  void closeLeavesTheWizard() {
    wizard.close();
    assertThat(told).containsExactly("close");
  }
}
