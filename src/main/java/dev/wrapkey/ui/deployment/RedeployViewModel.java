package dev.wrapkey.ui.deployment;

import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Secret;
import dev.wrapkey.rules.AdminPassword;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.ServerName;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What a plan lacks before it can be carried out once more: its password, perhaps another name. */
final class RedeployViewModel {

  private final Plan plan;
  private final boolean renamable;
  private final Consumer<Plan> done;
  private final StringProperty name;
  private final StringProperty password = new SimpleStringProperty("");
  private final StringBinding nameProblem;
  private final StringBinding passwordProblem;
  private final BooleanExpression complete;

  /**
   * @param renamable whether the server may get another name
   * @param done is handed the whole plan
   */
  RedeployViewModel(Plan plan, boolean renamable, Consumer<Plan> done) {
    this.plan = plan;
    this.renamable = renamable;
    this.done = done;
    name = new SimpleStringProperty(plan.basics().name());
    nameProblem =
        Bindings.createStringBinding(
            () -> ServerName.check(name.get()).map(Finding::message).orElse(""), name);
    passwordProblem = Bindings.createStringBinding(this::passwordProblem, password);
    complete =
        nameProblem
            .isEmpty()
            .and(Bindings.createBooleanBinding(() -> isPasswordLegal(password.get()), password));
  }

  boolean isRenamable() {
    return renamable;
  }

  boolean hasPassword() {
    return plan.takesPassword();
  }

  String login() {
    return plan.basics().authentication().login();
  }

  StringProperty nameProperty() {
    return name;
  }

  StringProperty passwordProperty() {
    return password;
  }

  StringBinding nameProblemProperty() {
    return nameProblem;
  }

  /** Empty as long as nothing has been typed. */
  StringBinding passwordProblemProperty() {
    return passwordProblem;
  }

  BooleanExpression completeProperty() {
    return complete;
  }

  void submit() {
    if (complete.get()) {
      Plan named = plan.withBasics(plan.basics().named(name.get()));
      done.accept(hasPassword() ? named.withPassword(new Secret(password.get())) : named);
      password.set("");
    }
  }

  private boolean isPasswordLegal(String typed) {
    return !hasPassword() || AdminPassword.check(login(), new Secret(typed)).isEmpty();
  }

  private String passwordProblem() {
    return password.get().isEmpty()
        ? ""
        : AdminPassword.check(login(), new Secret(password.get())).map(Finding::message).orElse("");
  }
}
