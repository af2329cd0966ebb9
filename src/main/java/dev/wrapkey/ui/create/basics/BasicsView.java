package dev.wrapkey.ui.create.basics;

import dev.wrapkey.provisioning.Region;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.ui.availability.HighAvailabilityBox;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Field;
import dev.wrapkey.ui.control.Picker;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import dev.wrapkey.ui.wizard.Bound;
import dev.wrapkey.ui.wizard.Wish;
import dev.wrapkey.ui.wizard.ZoneName;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Screen of the Basics tab. */
public final class BasicsView {

  private final BasicsViewModel viewModel;

  @FXML private Callout changed;
  @FXML private Field subscriptionField;
  @FXML private Picker<Subscription> subscription;
  @FXML private Field groupField;
  @FXML private Picker<GroupChoice> group;
  @FXML private Node newGroupBox;
  @FXML private Field newGroupField;
  @FXML private TextField newGroup;
  @FXML private Field nameField;
  @FXML private TextField name;
  @FXML private Field regionField;
  @FXML private Picker<Region> region;
  @FXML private ComboBox<String> version;
  @FXML private ComboBox<String> zone;
  @FXML private Callout resets;
  @FXML private WorkloadSection workload;
  @FXML private HighAvailabilityBox availability;
  @FXML private VBox authentication;

  public BasicsView(BasicsViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    subscription.setListing(viewModel.subscriptions());
    subscription.setText(Subscription::name);
    subscription.valueProperty().bindBidirectional(viewModel.subscriptionProperty());
    group.setListing(viewModel.groups());
    group.setText(BasicsView::groupName);
    group.valueProperty().bindBidirectional(viewModel.groupProperty());
    offerRegions();
    require(subscriptionField, viewModel.subscriptionProperty(), viewModel.wishes().subscription());
    require(groupField, viewModel.groupProperty(), viewModel.wishes().group());
    require(regionField, viewModel.regionProperty(), viewModel.wishes().region());
    Bound.choice(
        version,
        viewModel.compute().versionsProperty(),
        viewModel.versionProperty(),
        viewModel.versionProperty()::set);
    zone.getItems().setAll(BasicsViewModel.ZONES);
    zone.setConverter(new ZoneName());
    zone.valueProperty().bindBidirectional(viewModel.zoneProperty());
    ComputeChoice compute = viewModel.compute();
    workload.act(compute::choose, viewModel::configure);
    compute.configurationProperty().subscribe(now -> workload.show(now, compute::isChosen));
    compute.resetsProperty().subscribe(all -> resets.setText(String.join("\n", all)));
    availability.show(compute.availability());
    Bound.text(nameField, name, viewModel.name());
    Bound.text(newGroupField, newGroup, viewModel.newGroup());
    authentication
        .getChildren()
        .add(Views.load("authentication", new AuthenticationView(viewModel.authentication())));
    nameField
        .hintProperty()
        .bind(
            Bindings.when(viewModel.nameCheck().runningProperty())
                .then(Texts.text("basics.name.checking"))
                .otherwise(""));
    Shown.when(changed, viewModel.changedProperty());
    showNewGroup(false);
  }

  private void offerRegions() {
    region.setListing(viewModel.regions());
    region.setText(Region::displayName);
    region.setDetail(RegionWords::of);
    region.valueProperty().bindBidirectional(viewModel.regionProperty());
  }

  @FXML
  private void onCreateGroup() {
    showNewGroup(true);
    newGroup.requestFocus();
  }

  @FXML
  private void onUseGroup() {
    if (viewModel.useNewGroup()) {
      showNewGroup(false);
      group.requestFocus();
    }
  }

  @FXML
  private void onCancelGroup() {
    showNewGroup(false);
  }

  private void showNewGroup(boolean visible) {
    Shown.now(newGroupBox, visible);
  }

  private void require(Field field, ObservableValue<?> value, Wish<?> wish) {
    field
        .problemProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    wish.problemProperty().get().isEmpty()
                            && viewModel.askedProperty().get()
                            && value.getValue() == null
                        ? Texts.text("create.empty")
                        : wish.problemProperty().get(),
                value,
                wish.problemProperty(),
                viewModel.askedProperty()));
    field
        .changedProperty()
        .bind(Bindings.createBooleanBinding(() -> value.getValue() != null, value));
  }

  private static String groupName(GroupChoice choice) {
    return choice.isNew() ? Texts.text("basics.group.new", choice.name()) : choice.name();
  }
}
