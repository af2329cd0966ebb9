package dev.wrapkey.ui.key;

import dev.wrapkey.export.GrantCommand;
import dev.wrapkey.provisioning.KeyStore.Network;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Field;
import dev.wrapkey.ui.control.Identifier;
import dev.wrapkey.ui.control.Reveal;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.form.PlaceView;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import dev.wrapkey.ui.wizard.Bound;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;

/** Screen of the form for a new key vault. */
public final class NewVaultView {

  private final NewVaultViewModel viewModel;

  @FXML private Pane root;
  @FXML private Field nameField;
  @FXML private TextField name;
  @FXML private RadioButton standard;
  @FXML private RadioButton premium;
  @FXML private Field daysField;
  @FXML private TextField days;
  @FXML private CheckBox purge;
  @FXML private Callout purgeNote;
  @FXML private RadioButton roles;
  @FXML private RadioButton policies;
  @FXML private Callout rolesNote;
  @FXML private RadioButton all;
  @FXML private RadioButton selected;
  @FXML private RadioButton none;
  @FXML private Callout networkNote;
  @FXML private Label lacking;
  @FXML private Identifier lackingCommand;

  public NewVaultView(NewVaultViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    root.getChildren()
        .addFirst(Views.<Node>load("place", new PlaceView(viewModel.place(), "new-vault-")));
    root.disableProperty().bind(viewModel.making().busyProperty());
    Bound.text(nameField, name, viewModel.name());
    nameField
        .hintProperty()
        .bind(
            Bindings.when(viewModel.askingProperty())
                .then(Texts.text("key.newvault.name.asking"))
                .otherwise(""));
    standard.setSelected(true);
    premium.selectedProperty().bindBidirectional(viewModel.premiumProperty());
    Bound.text(daysField, days, viewModel.days());
    purge.selectedProperty().bindBidirectional(viewModel.purgeProperty());
    viewModel.purgeProperty().subscribe(this::sayPurge);
    policies.setSelected(!viewModel.rolesProperty().get());
    roles.selectedProperty().bindBidirectional(viewModel.rolesProperty());
    viewModel
        .rolesProperty()
        .subscribe(
            on ->
                rolesNote.setText(
                    Texts.text(on ? "key.newvault.roles.note" : "key.newvault.policies.note")));
    viewModel.networkProperty().subscribe(this::sayNetwork);
    viewModel.right().lackProperty().subscribe(this::sayLack);
  }

  private void sayLack(Optional<MakerRight.Lack> lack) {
    lacking.setText(
        lack.map(
                what ->
                    Texts.text(
                        "key.newvault.lacking." + what.mayGive(),
                        GrantCommand.VAULT_MAKER,
                        what.where()))
            .orElse(""));
    Shown.now(lacking, lack.isPresent());
    lackingCommand.setText(lack.map(MakerRight.Lack::command).orElse(""));
    if (lack.isPresent()) {
      Reveal.end(lackingCommand);
    }
  }

  private void sayPurge(boolean on) {
    purgeNote.setKind(on ? Callout.Kind.INFO : Callout.Kind.WARNING);
    purgeNote.setText(Texts.text(on ? "key.newvault.purge.on" : "key.newvault.purge.off"));
  }

  private void sayNetwork(Network chosen) {
    (switch (chosen) {
          case SELECTED, SELECTED_AND_TRUSTED -> selected;
          case PRIVATE, PRIVATE_AND_TRUSTED -> none;
          case ALL -> all;
        })
        .setSelected(true);
    networkNote.setText(Texts.text("key.newvault.network." + chosen));
  }

  @FXML
  private void onNetwork() {
    viewModel
        .networkProperty()
        .set(
            selected.isSelected()
                ? Network.SELECTED_AND_TRUSTED
                : none.isSelected() ? Network.PRIVATE_AND_TRUSTED : Network.ALL);
  }
}
