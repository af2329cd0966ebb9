package dev.wrapkey.ui.form;

import dev.wrapkey.provisioning.Region;
import dev.wrapkey.provisioning.ResourceGroup;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.ui.control.Field;
import dev.wrapkey.ui.control.Picker;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.form.PlaceViewModel.Freedom;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.wizard.Bound;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** The part of a form that says where something new shall be. */
public final class PlaceView {

  private final PlaceViewModel viewModel;
  private final String prefix;

  @FXML private Field subscriptionField;
  @FXML private Picker<Subscription> subscription;
  @FXML private Field groupField;
  @FXML private Picker<ResourceGroup> group;
  @FXML private Node createGroup;
  @FXML private Field newGroupField;
  @FXML private TextField newGroup;
  @FXML private Node chooseGroup;
  @FXML private Field regionField;
  @FXML private Picker<Region> region;

  /**
   * @param prefix begins the ids of its controls
   */
  public PlaceView(PlaceViewModel viewModel, String prefix) {
    this.viewModel = viewModel;
    this.prefix = prefix;
  }

  @FXML
  private void initialize() {
    List.of(subscription, group, createGroup, newGroup, chooseGroup, region)
        .forEach(node -> node.setId(prefix + node.getId()));
    boolean free = viewModel.freedom() == Freedom.ANYWHERE;
    if (!free) {
      give(subscriptionField, viewModel.subscriptionProperty().map(Subscription::name));
      give(regionField, viewModel.regionProperty().map(Region::displayName));
    }
    subscription.setListing(viewModel.subscriptions());
    subscription.setText(Subscription::name);
    subscription.valueProperty().bindBidirectional(viewModel.subscriptionProperty());
    group.setListing(viewModel.groups());
    group.setText(ResourceGroup::name);
    group.valueProperty().bindBidirectional(viewModel.groupProperty());
    region.setListing(viewModel.regions());
    region.setText(Region::displayName);
    region.valueProperty().bindBidirectional(viewModel.regionProperty());
    required(groupField, viewModel.groupProperty());
    required(regionField, viewModel.regionProperty());
    Bound.text(newGroupField, newGroup, viewModel.newGroup());
    Shown.when(groupField, viewModel.groupIsNewProperty().not());
    Shown.when(newGroupField, viewModel.groupIsNewProperty());
  }

  /** In place of a drop-down, where there is nothing to choose. */
  private static void give(Field field, ObservableValue<String> text) {
    Label given = new Label();
    given.textProperty().bind(text.orElse(""));
    field.setContent(given);
    field.setRequired(false);
  }

  private void required(Field field, ObservableValue<?> value) {
    field
        .problemProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    viewModel.askedProperty().get() && value.getValue() == null
                        ? Texts.text("create.empty")
                        : "",
                value,
                viewModel.askedProperty()));
  }

  @FXML
  private void onCreateGroup() {
    viewModel.groupIsNewProperty().set(true);
    newGroup.requestFocus();
  }

  @FXML
  private void onChooseGroup() {
    viewModel.groupIsNewProperty().set(false);
    group.requestFocus();
  }
}
