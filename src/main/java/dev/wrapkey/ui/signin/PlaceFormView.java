package dev.wrapkey.ui.signin;

import dev.wrapkey.ui.control.Field;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.file.FileDialogs;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.wizard.Bound;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;

/** The fields of {@link PlaceForm}. */
final class PlaceFormView {

  private final PlaceForm form;
  private final FileDialogs dialogs;

  @FXML private ComboBox<PlaceForm.Which> cloud;
  @FXML private Node custom;
  @FXML private Field resourceManagerField;
  @FXML private TextField resourceManager;
  @FXML private Field authorityField;
  @FXML private TextField authority;
  @FXML private Field graphField;
  @FXML private TextField graph;
  @FXML private Field vaultSuffixField;
  @FXML private TextField vaultSuffix;
  @FXML private Field hsmSuffixField;
  @FXML private TextField hsmSuffix;
  @FXML private Field certificatesField;
  @FXML private TextField certificates;
  @FXML private Field proxyField;
  @FXML private TextField proxy;

  PlaceFormView(PlaceForm form, FileDialogs dialogs) {
    this.form = form;
    this.dialogs = dialogs;
  }

  @FXML
  private void initialize() {
    Named.fill(cloud, PlaceForm.Which.values(), each -> Texts.text("signin.cloud." + each));
    cloud.valueProperty().bindBidirectional(form.whichProperty());
    Shown.when(custom, form.whichProperty().map(PlaceForm.Which.CUSTOM::equals));
    Bound.text(resourceManagerField, resourceManager, form.resourceManager());
    Bound.text(authorityField, authority, form.authority());
    Bound.text(graphField, graph, form.graph());
    Bound.text(vaultSuffixField, vaultSuffix, form.vaultSuffix());
    Bound.text(hsmSuffixField, hsmSuffix, form.hsmSuffix());
    Bound.text(certificatesField, certificates, form.certificates());
    Bound.text(proxyField, proxy, form.proxy());
  }

  @FXML
  private void onCertificates() {
    dialogs.certificate().ifPresent(file -> form.certificates().set(file.toString()));
  }
}
