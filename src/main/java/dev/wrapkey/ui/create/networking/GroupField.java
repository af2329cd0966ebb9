package dev.wrapkey.ui.create.networking;

import dev.wrapkey.provisioning.ResourceGroup;
import dev.wrapkey.ui.control.Field;
import dev.wrapkey.ui.control.Picker;
import dev.wrapkey.ui.view.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/** Ties form rows with a drop-down to what is chosen in them. */
final class GroupField {

  private GroupField() {}

  static void bind(Field field, Picker<ResourceGroup> picker, GroupChoice choice) {
    picker.setListing(choice.listing());
    picker.setText(
        group ->
            choice.isNew(group) ? Texts.text("networking.group.new", group.name()) : group.name());
    picker.valueProperty().bindBidirectional(choice.chosenProperty());
    required(field, choice.chosenProperty(), choice.askedProperty());
  }

  /** Says that a choice is missing, once somebody wanted to go on. */
  static void required(Field field, ObservableValue<?> chosen, ObservableValue<Boolean> asked) {
    field
        .problemProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    asked.getValue() && chosen.getValue() == null ? Texts.text("create.empty") : "",
                chosen,
                asked));
  }
}
