package dev.wrapkey.ui.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.ui.Plans;
import dev.wrapkey.ui.Practice;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedeployViewModelTest {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  private final List<Plan> done = new ArrayList<>();
  private final Plan plan = Plans.encrypted(PRACTICE, "once-pg");
  private final RedeployViewModel form =
      new RedeployViewModel(plan.withoutSecrets(), true, done::add);

  @Test
  void nothingCanBeDoneBeforeThePasswordIsTypedAndLegal() {
    assertThat(form.completeProperty().get()).isFalse();
    assertThat(form.passwordProblemProperty().get()).as("nobody has erred yet").isEmpty();
    form.passwordProperty().set("short");
    assertThat(form.passwordProblemProperty().get()).isNotEmpty();
    form.submit();
    assertThat(done).isEmpty();
  }

  @Test
  void theWholePlanIsHandedOverAndThePasswordForgotten() {
    form.passwordProperty().set(Plans.PASSWORD);
    form.nameProperty().set("twice-pg");
    form.submit();
    assertThat(done).containsExactly(plan.withBasics(plan.basics().named("twice-pg")));
    assertThat(form.passwordProperty().get()).isEmpty();
  }

  @Test
  void anIllegalNameIsToldAtOnce() {
    form.passwordProperty().set(Plans.PASSWORD);
    form.nameProperty().set("Twice");
    assertThat(form.nameProblemProperty().get()).isNotEmpty();
    assertThat(form.completeProperty().get()).isFalse();
  }
}
