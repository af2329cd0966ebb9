package dev.wrapkey.ui.create.basics;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Plan.Authentication.Method;
import dev.wrapkey.provisioning.Secret;
import dev.wrapkey.rules.AdminLogin;
import dev.wrapkey.rules.AdminPassword;
import dev.wrapkey.rules.EntraAdministrator;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.wizard.GrowingRows;
import dev.wrapkey.ui.wizard.Input;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** How people sign in: AUTH-1 to AUTH-3, LOGIN and PWD. */
public final class AuthenticationViewModel {

  private final Cloud cloud;
  private final Tasks tasks;
  private final ObjectProperty<Method> method = new SimpleObjectProperty<>(Method.POSTGRESQL);
  private final Input login = new Input("", text -> message(AdminLogin.check(text)));
  private final Input password;
  private final Input confirmation;
  private final GrowingRows<AdministratorRow> administrators =
      new GrowingRows<>(AuthenticationViewModel::row);
  private final BooleanProperty asked = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable CloudFailure> lookingFailed =
      new ReadOnlyObjectWrapper<>();
  private final BooleanBinding someone;
  private final BooleanExpression complete;

  AuthenticationViewModel(Cloud cloud, Tasks tasks) {
    this.cloud = cloud;
    this.tasks = tasks;
    password =
        new Input(
            "",
            text -> message(AdminPassword.check(login.text(), new Secret(text))),
            login.valueProperty());
    confirmation =
        new Input(
            "",
            text -> message(AdminPassword.confirm(new Secret(passwordText()), new Secret(text))),
            password.valueProperty());
    someone =
        Bindings.createBooleanBinding(
            () -> !administrators.filled().isEmpty(),
            administrators.rows(),
            administrators.validProperty());
    complete =
        Bindings.createBooleanBinding(
            () -> passwordsAreLegal() && administratorsAreLegal(),
            method,
            login.validProperty(),
            password.validProperty(),
            confirmation.validProperty(),
            administrators.validProperty(),
            someone);
  }

  /** What has been entered; nothing of a method that is not chosen. */
  Plan.Authentication chosen() {
    Method how = method.get();
    return new Plan.Authentication(
        how,
        how.hasPasswords() ? login.text() : "",
        how.hasPasswords() ? new Secret(password.text()) : Secret.EMPTY,
        how.hasEntra()
            ? administrators.filled().stream().map(AdministratorRow::administrator).toList()
            : List.of());
  }

  /** Shows what an opened plan says, which has no password. */
  void fill(Plan.Authentication authentication) {
    method.set(authentication.method());
    login.set(authentication.login());
    password.set("");
    confirmation.set("");
    administrators.filled().forEach(administrators::remove);
    authentication.administrators().forEach(one -> administrators.last().fill(one));
  }

  BooleanExpression completeProperty() {
    return complete;
  }

  boolean isTouched() {
    return !login.text().isEmpty() || !administrators.filled().isEmpty();
  }

  void showProblems() {
    asked.set(true);
    List.of(login, password, confirmation).forEach(Input::ask);
    administrators.showProblems();
  }

  /** Adds whoever is signed in; asks the directory in the background. */
  void addSignedIn() {
    looking.set(true);
    lookingFailed.set(null);
    tasks.run(
        () -> cloud.directory().signedIn(),
        account -> {
          looking.set(false);
          if (isNew(account)) {
            administrators.last().fill(account);
          }
        },
        failure -> {
          looking.set(false);
          lookingFailed.set(failure);
        });
  }

  ObjectProperty<Method> methodProperty() {
    return method;
  }

  Input login() {
    return login;
  }

  Input password() {
    return password;
  }

  Input confirmation() {
    return confirmation;
  }

  GrowingRows<AdministratorRow> administrators() {
    return administrators;
  }

  ReadOnlyBooleanProperty lookingProperty() {
    return looking.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable CloudFailure> lookingFailedProperty() {
    return lookingFailed.getReadOnlyProperty();
  }

  /** What is wrong with the administrators as a whole, once somebody asked. */
  BooleanExpression nobodyProperty() {
    return asked.and(someone.not());
  }

  String nobody() {
    return EntraAdministrator.all(List.of()).map(Finding::message).orElseThrow();
  }

  private boolean passwordsAreLegal() {
    return !method.get().hasPasswords()
        || login.validProperty().get()
            && password.validProperty().get()
            && confirmation.validProperty().get();
  }

  private boolean administratorsAreLegal() {
    return !method.get().hasEntra() || someone.get() && administrators.validProperty().get();
  }

  private boolean isNew(Plan.Administrator account) {
    return administrators.filled().stream()
        .noneMatch(row -> row.objectId().text().equalsIgnoreCase(account.objectId()));
  }

  private static AdministratorRow row(GrowingRows<AdministratorRow> all) {
    return new AdministratorRow(
        id ->
            all.filled().stream().filter(r -> r.objectId().text().equalsIgnoreCase(id)).count()
                > 1);
  }

  private String passwordText() {
    return password.text();
  }

  private static Optional<String> message(Optional<Finding> finding) {
    return finding.map(Finding::message);
  }
}
