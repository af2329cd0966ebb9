package dev.wrapkey.ui.signin;

import dev.wrapkey.ui.control.Field;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.file.FileDialogs;
import dev.wrapkey.ui.signin.WayForm.Kind;
import dev.wrapkey.ui.signin.WayForm.Need;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.wizard.Bound;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;

/** The fields of {@link WayForm}. */
final class WayFormView {

  private final WayForm form;
  private final FileDialogs dialogs;

  @FXML private ComboBox<Kind> way;
  @FXML private Label about;
  @FXML private Field tenantField;
  @FXML private TextField tenant;
  @FXML private Field clientField;
  @FXML private TextField client;
  @FXML private Field secretField;
  @FXML private PasswordField secret;
  @FXML private Field certificateField;
  @FXML private TextField certificate;
  @FXML private Field passwordField;
  @FXML private PasswordField password;

  WayFormView(WayForm form, FileDialogs dialogs) {
    this.form = form;
    this.dialogs = dialogs;
  }

  @FXML
  private void initialize() {
    Named.fill(way, Kind.values(), each -> Texts.text("signin.way." + each));
    way.valueProperty().bindBidirectional(form.kindProperty());
    Bound.text(tenantField, tenant, form.tenant());
    Bound.text(clientField, client, form.client());
    Bound.text(secretField, secret, form.secret());
    Bound.text(certificateField, certificate, form.certificate());
    Bound.text(passwordField, password, form.password());
    form.kindProperty().subscribe(this::show);
  }

  private void show(Kind kind) {
    Shown.now(tenantField, kind.needs(Need.TENANT));
    Shown.now(clientField, kind.needs(Need.CLIENT));
    Shown.now(secretField, kind.needs(Need.SECRET));
    Shown.now(certificateField, kind.needs(Need.CERTIFICATE));
    Shown.now(passwordField, kind.needs(Need.CERTIFICATE));
    tenantField.setRequired(kind.isApplication());
    clientField.setRequired(kind.isApplication());
    about.setText(Texts.text("signin.about." + kind));
  }

  @FXML
  private void onCertificate() {
    dialogs.certificate().ifPresent(file -> form.certificate().set(file.toString()));
  }
}
