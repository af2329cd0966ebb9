package dev.wrapkey.ui.create.basics;

import dev.wrapkey.provisioning.Plan.Authentication.Method;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Field;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.failure.Failures;
import dev.wrapkey.ui.wizard.Bound;
import dev.wrapkey.ui.wizard.GridRows;
import dev.wrapkey.ui.wizard.GridRows.Column;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** How people sign in to the server. */
public final class AuthenticationView {

  private final AuthenticationViewModel viewModel;

  @FXML private RadioButton postgresql;
  @FXML private RadioButton entra;
  @FXML private RadioButton both;
  @FXML private Node entraBox;
  @FXML private VBox administrators;
  @FXML private Node addSignedIn;
  @FXML private Node looking;
  @FXML private Callout lookingFailed;
  @FXML private Label nobody;
  @FXML private Node passwordBox;
  @FXML private Field loginField;
  @FXML private TextField login;
  @FXML private Field passwordField;
  @FXML private PasswordField password;
  @FXML private Field confirmationField;
  @FXML private PasswordField confirmation;

  public AuthenticationView(AuthenticationViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    viewModel.methodProperty().subscribe(this::showMethod);
    GridRows.show(
        administrators,
        viewModel.administrators(),
        List.of(
            new Column<>("admin-name", "basics.entra.name", 200, AdministratorRow::name),
            new Column<>("admin-id", "basics.entra.id", 260, AdministratorRow::objectId),
            new Column<>("admin-type", "basics.entra.type", 150, AdministratorRow::type, types())));
    Shown.when(looking, viewModel.lookingProperty());
    viewModel
        .lookingFailedProperty()
        .subscribe(
            failure -> {
              Failures.show(lookingFailed, failure);
              Shown.now(lookingFailed, failure != null);
            });
    nobody
        .textProperty()
        .bind(Bindings.when(viewModel.nobodyProperty()).then(viewModel.nobody()).otherwise(""));
    Shown.when(nobody, viewModel.nobodyProperty());
    Bound.text(loginField, login, viewModel.login());
    Bound.text(passwordField, password, viewModel.password());
    Bound.text(confirmationField, confirmation, viewModel.confirmation());
  }

  @FXML
  private void onPostgresql() {
    viewModel.methodProperty().set(Method.POSTGRESQL);
  }

  @FXML
  private void onEntra() {
    viewModel.methodProperty().set(Method.ENTRA);
  }

  @FXML
  private void onBoth() {
    viewModel.methodProperty().set(Method.BOTH);
  }

  @FXML
  private void onAddSignedIn() {
    viewModel.addSignedIn();
  }

  private void showMethod(Method method) {
    postgresql.setSelected(method == Method.POSTGRESQL);
    entra.setSelected(method == Method.ENTRA);
    both.setSelected(method == Method.BOTH);
    Shown.now(entraBox, method.hasEntra());
    Shown.now(passwordBox, method.hasPasswords());
  }

  private static SequencedMap<String, String> types() {
    SequencedMap<String, String> types = new LinkedHashMap<>();
    types.put("User", "basics.entra.type.user");
    types.put("Group", "basics.entra.type.group");
    types.put("ServicePrincipal", "basics.entra.type.principal");
    return types;
  }
}
