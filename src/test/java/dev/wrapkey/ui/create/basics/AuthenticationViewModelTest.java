package dev.wrapkey.ui.create.basics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Plan.Authentication.Method;
import dev.wrapkey.ui.Practice;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** AUTH-1 to AUTH-3 on the screen's side. */
class AuthenticationViewModelTest {

  private static final String PASSWORD = "Canary-4711-x";
  private static final String ID = "facade00-0000-4000-a000-0000000000f1";

  @RegisterExtension static final Practice PRACTICE = new Practice();

  private final AuthenticationViewModel viewModel =
      new AuthenticationViewModel(PRACTICE.cloud(), Practice.tasks());

  private void password() {
    viewModel.login().set("ordersadmin");
    viewModel.password().set(PASSWORD);
    viewModel.confirmation().set(PASSWORD);
  }

  private void administrator(String name, String id) {
    viewModel.administrators().last().fill(new Plan.Administrator(id, name, "Group"));
  }

  private boolean complete() {
    return viewModel.completeProperty().get();
  }

  @Test
  void withPasswordsOnlyNoAdministratorIsNeededAndNoneIsSent() {
    administrator("dba", ID);
    password();
    assertThat(complete()).isTrue();
    assertThat(viewModel.chosen().administrators()).isEmpty();
    assertThat(viewModel.chosen().login()).isEqualTo("ordersadmin");
  }

  @Test
  void auth1WithEntraOnlyAnAdministratorIsNeededAndNoPasswordIsSent() {
    password();
    viewModel.methodProperty().set(Method.ENTRA);
    assertThat(complete()).isFalse();
    assertThat(viewModel.nobodyProperty().get()).as("not before somebody asked").isFalse();
    viewModel.showProblems();
    assertThat(viewModel.nobodyProperty().get()).isTrue();

    administrator("dba", ID);
    assertThat(complete()).isTrue();
    assertThat(viewModel.nobodyProperty().get()).isFalse();
    assertThat(viewModel.chosen().administrators())
        .containsExactly(new Plan.Administrator(ID, "dba", "Group"));
    assertThat(viewModel.chosen().login()).isEmpty();
    assertThat(viewModel.chosen().password().isEmpty()).isTrue();
  }

  @Test
  void auth2WithBothBothAreNeeded() {
    viewModel.methodProperty().set(Method.BOTH);
    administrator("dba", ID);
    assertThat(complete()).isFalse();
    password();
    assertThat(complete()).isTrue();
    viewModel.administrators().remove(viewModel.administrators().filled().getFirst());
    assertThat(complete()).isFalse();
  }

  @Test
  void auth3GoingBackAndForthLosesNothing() {
    password();
    viewModel.methodProperty().set(Method.ENTRA);
    administrator("dba", ID);
    viewModel.methodProperty().set(Method.POSTGRESQL);
    viewModel.methodProperty().set(Method.BOTH);
    assertThat(complete()).isTrue();
    assertThat(viewModel.chosen().password().reveal()).isEqualTo(PASSWORD);
    assertThat(viewModel.chosen().administrators()).hasSize(1);
  }

  @Test
  void aHalfFilledOrDoubledAdministratorIsRefusedAtItsField() {
    viewModel.methodProperty().set(Method.ENTRA);
    administrator("dba", "not a guid");
    assertThat(complete()).isFalse();
    AdministratorRow row = viewModel.administrators().filled().getFirst();
    assertThat(row.objectId().problemProperty().get()).contains("object ID");
    row.objectId().set(ID);
    assertThat(complete()).isTrue();
    administrator("again", ID.toUpperCase(java.util.Locale.ROOT));
    assertThat(complete()).isFalse();
    assertThat(viewModel.administrators().filled().getLast().objectId().problemProperty().get())
        .contains("twice");
  }

  @Test
  void whoeverIsSignedInIsAddedOnceWithNameAndType() {
    viewModel.methodProperty().set(Method.ENTRA);
    viewModel.addSignedIn();
    viewModel.addSignedIn();
    List<Plan.Administrator> chosen = viewModel.chosen().administrators();
    assertThat(chosen).hasSize(1);
    assertThat(chosen.getFirst().type()).isEqualTo("ServicePrincipal");
    assertThat(chosen.getFirst().name()).isNotEmpty();
    assertThat(complete()).as("%s", chosen).isTrue();
    assertThat(viewModel.lookingProperty().get()).isFalse();
  }

  @Test
  void thePasswordDoesNotStandInTheTextOfWhatWasChosen() {
    password();
    assertThat(viewModel.chosen().toString()).doesNotContain(PASSWORD);
  }
}
