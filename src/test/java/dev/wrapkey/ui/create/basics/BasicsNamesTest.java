package dev.wrapkey.ui.create.basics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Region;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.task.Tasks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BasicsNamesTest extends BasicsForm {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  @Override
  Practice practice() {
    return PRACTICE;
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
  void aNameIsAskedForOnlyWhenTheTypingHasPaused() {
    place("rg-orders", "eastus");
    Instant before = PRACTICE.time().now();
    basics.name().set("paused-pg");
    assertThat(PRACTICE.time().now()).isAfterOrEqualTo(before.plusMillis(300));
  }
}
