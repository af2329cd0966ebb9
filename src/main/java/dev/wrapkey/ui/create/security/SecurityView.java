package dev.wrapkey.ui.create.security;

import dev.wrapkey.rules.RegionNames;
import dev.wrapkey.ui.choice.ChoiceView;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.layout.VBox;

/** Screen of the Security tab. */
public final class SecurityView {

  private static final String GEO = "geo-";

  private final SecurityViewModel viewModel;

  @FXML private RadioButton serviceManaged;
  @FXML private RadioButton customerManaged;
  @FXML private Callout note;
  @FXML private Callout serviceRefusal;
  @FXML private Node unlocated;
  @FXML private VBox choice;
  @FXML private Callout missing;
  @FXML private Label primaryHead;
  @FXML private Node geo;
  @FXML private Label geoHead;
  @FXML private VBox geoChoice;
  @FXML private Callout geoDropped;
  @FXML private Callout sameIdentity;

  public SecurityView(SecurityViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    serviceManaged.setSelected(!viewModel.customerManagedProperty().get());
    serviceManaged.disableProperty().bind(viewModel.serviceRefusalProperty().isNotEmpty());
    note.textProperty().bind(viewModel.noteProperty());
    serviceRefusal.textProperty().bind(viewModel.serviceRefusalProperty());
    customerManaged.selectedProperty().bindBidirectional(viewModel.customerManagedProperty());
    choice.getChildren().setAll(Views.<Node>load("choice", new ChoiceView(viewModel.choice())));
    geoChoice
        .getChildren()
        .setAll(Views.<Node>load("choice", new ChoiceView(viewModel.geo().choice(), GEO)));
    BooleanBinding two =
        viewModel
            .customerManagedProperty()
            .and(viewModel.locatedProperty())
            .and(viewModel.geo().neededProperty());
    viewModel.geo().regionProperty().subscribe(pair -> name(pair));
    viewModel.locatedProperty().subscribe(known -> name(viewModel.geo().regionProperty().get()));
    Shown.when(geo, two);
    Shown.when(primaryHead, two);
    Shown.when(
        geoDropped, viewModel.customerManagedProperty().and(viewModel.geo().droppedProperty()));
    sameIdentity.textProperty().bind(viewModel.geo().sameIdentityProperty());
    Shown.when(sameIdentity, viewModel.geo().sameIdentityProperty().isNotEmpty());
    missing.textProperty().bind(viewModel.missingProperty());
    Shown.when(missing, viewModel.missingProperty().isNotEmpty());
    Shown.when(choice, viewModel.customerManagedProperty().and(viewModel.locatedProperty()));
    Shown.when(
        unlocated, viewModel.customerManagedProperty().and(viewModel.locatedProperty().not()));
  }

  private void name(String pair) {
    primaryHead.setText(
        Texts.text("security.primary", RegionNames.display(viewModel.primaryRegion())));
    geoHead.setText(
        pair.isEmpty()
            ? Texts.text("security.geo.nowhere")
            : Texts.text("security.geo", RegionNames.display(pair)));
  }
}
