package dev.wrapkey.ui.copy;

import dev.wrapkey.provisioning.Region;
import dev.wrapkey.provisioning.ResourceGroup;
import dev.wrapkey.rules.RegionNames;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Field;
import dev.wrapkey.ui.control.Picker;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import dev.wrapkey.ui.wizard.Bound;
import dev.wrapkey.ui.wizard.ZoneName;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Screen of the first tab of a copy's wizard. */
public final class CopyBasicsView {

  private final CopyBasicsViewModel viewModel;

  @FXML private Label intro;
  @FXML private Callout obstacle;
  @FXML private Label subscription;
  @FXML private Field groupField;
  @FXML private Picker<ResourceGroup> group;
  @FXML private Field newGroupField;
  @FXML private TextField newGroup;
  @FXML private Field sourceField;
  @FXML private Label source;
  @FXML private Field geoField;
  @FXML private CheckBox geo;
  @FXML private VBox point;
  @FXML private Field nameField;
  @FXML private TextField name;
  @FXML private Field fixedRegionField;
  @FXML private Label fixedRegion;
  @FXML private Node regionField;
  @FXML private Picker<Region> region;
  @FXML private Label version;
  @FXML private ComboBox<String> zone;
  @FXML private CopySizeSection size;
  @FXML private Label signIn;

  public CopyBasicsView(CopyBasicsViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    boolean replica = viewModel.isReplica();
    intro.setText(Texts.text(replica ? "copy.intro.replica" : "copy.intro.restore"));
    obstacle.textProperty().bind(viewModel.obstacleProperty());
    subscription.setText(viewModel.source().subscription().name());
    showGroup();
    showSource(replica);
    Bound.text(nameField, name, viewModel.name());
    nameField
        .hintProperty()
        .bind(
            Bindings.when(viewModel.nameCheck().runningProperty())
                .then(Texts.text("basics.name.checking"))
                .otherwise(""));
    Shown.now(fixedRegionField, !replica);
    fixedRegion.textProperty().bind(viewModel.regionProperty().map(Region::displayName));
    Shown.now(regionField, replica);
    region.setListing(viewModel.regions());
    region.setText(Region::displayName);
    region.valueProperty().bindBidirectional(viewModel.regionProperty());
    version.setText(viewModel.source().server().summary().version());
    zone.getItems().setAll(CopyBasicsViewModel.ZONES);
    zone.setConverter(new ZoneName());
    zone.valueProperty().bindBidirectional(viewModel.zoneProperty());
    size.show(viewModel.size());
    signIn.setText(
        Texts.text(
            replica ? "copy.signin.replica" : "copy.signin",
            viewModel.source().server().summary().login()));
  }

  private void showGroup() {
    group.setListing(viewModel.group().groups());
    group.setText(ResourceGroup::name);
    group.valueProperty().bindBidirectional(viewModel.group().groupProperty());
    Bound.text(newGroupField, newGroup, viewModel.group().newName());
    Shown.when(groupField, viewModel.group().isNewProperty().not());
    Shown.when(newGroupField, viewModel.group().isNewProperty());
  }

  private void showSource(boolean replica) {
    Source from = viewModel.source();
    sourceField.setLabel(Texts.text(replica ? "copy.primary" : "copy.source"));
    source.setText(
        Texts.text(
            "copy.source.value",
            from.server().name(),
            RegionNames.display(from.server().region())));
    Shown.now(geoField, !replica && from.pair().isPresent());
    from.pair()
        .ifPresent(pair -> geo.setText(Texts.text("copy.geo.pair", RegionNames.display(pair))));
    geo.selectedProperty().bindBidirectional(viewModel.geoProperty());
    Shown.now(point, !replica);
    if (!replica) {
      point
          .getChildren()
          .setAll(Views.<Node>load("restorepoint", new RestorePointView(viewModel.point())));
    }
  }

  @FXML
  private void onCreateGroup() {
    viewModel.group().isNewProperty().set(true);
    newGroup.requestFocus();
  }

  @FXML
  private void onChooseGroup() {
    viewModel.group().isNewProperty().set(false);
    group.requestFocus();
  }
}
