package dev.wrapkey.ui.choice;

import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.ui.control.Field;
import dev.wrapkey.ui.control.Identifier;
import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.SidePane;
import dev.wrapkey.ui.identity.IdentityView;
import dev.wrapkey.ui.identity.IdentityViewModel;
import dev.wrapkey.ui.key.KeyView;
import dev.wrapkey.ui.key.KeyViewModel;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import dev.wrapkey.ui.wizard.Bound;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.binding.StringBinding;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Identity, key, and what was found out about them. */
public final class ChoiceView {

  private final ChoiceViewModel viewModel;

  @FXML private VBox root;
  @FXML private Field identityField;
  @FXML private Label identity;
  @FXML private CheckBox automatic;
  @FXML private RadioButton select;
  @FXML private RadioButton enter;
  @FXML private Field keyField;
  @FXML private Identifier key;
  @FXML private Field identifierField;
  @FXML private TextField identifier;
  @FXML private VBox proof;

  public ChoiceView(ChoiceViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    identity
        .textProperty()
        .bind(Bindings.createStringBinding(this::identityText, viewModel.identityProperty()));
    key.textProperty()
        .bind(
            Bindings.createStringBinding(
                this::keyText, viewModel.selectedProperty(), viewModel.automaticProperty()));
    automatic.selectedProperty().bindBidirectional(viewModel.automaticProperty());
    select.setSelected(!viewModel.typedProperty().get());
    enter.selectedProperty().bindBidirectional(viewModel.typedProperty());
    Bound.text(identifierField, identifier, viewModel.identifier());
    Shown.when(identifierField, enter.selectedProperty());
    Shown.when(keyField, enter.selectedProperty().not());
    identityField.problemProperty().bind(missing(viewModel.identityProperty().isNull()));
    keyField.problemProperty().bind(missing(viewModel.selectedProperty().isNull()));
    viewModel
        .proofProperty()
        .subscribe(p -> proof.getChildren().setAll(ProofNodes.of(p, viewModel::prove)));
  }

  @FXML
  private void onIdentity() {
    viewModel.identityPane().ifPresent(this::open);
  }

  @FXML
  private void onKey() {
    viewModel.keyPane().ifPresent(this::open);
  }

  private void open(IdentityViewModel pane) {
    SidePane side = pane("identity", "identity.add", pane::finish, pane.readyProperty());
    side.setBody(Views.load("identity", new IdentityView(pane, side::close)));
    show(side);
    pane.load();
  }

  private void open(KeyViewModel pane) {
    SidePane side = pane("key", "key.select", pane::select, pane.completeProperty());
    side.setBody(Views.load("key", new KeyView(pane)));
    show(side);
  }

  private static SidePane pane(String id, String action, Runnable finish, BooleanExpression ready) {
    SidePane side = new SidePane();
    side.setTitle(Texts.text(id + ".title"));
    Button button = new Button(Texts.text(action));
    button.setId(id + "-finish");
    button.getStyleClass().add("primary");
    button.disableProperty().bind(ready.not());
    button.setOnAction(
        e -> {
          finish.run();
          side.close();
        });
    side.getFooter().add(button);
    return side;
  }

  private void show(SidePane side) {
    PaneHost.around(root).orElseThrow().show(side);
  }

  private StringBinding missing(BooleanExpression absent) {
    return Bindings.createStringBinding(
        () -> viewModel.askedProperty().get() && absent.get() ? Texts.text("create.empty") : "",
        absent,
        viewModel.askedProperty());
  }

  private String identityText() {
    return Optional.ofNullable(viewModel.identityProperty().get())
        .map(ManagedIdentity::name)
        .orElse(Texts.text("security.identity.none"));
  }

  private String keyText() {
    return Optional.ofNullable(viewModel.selectedProperty().get())
        .map(k -> viewModel.automaticProperty().get() ? k.versionless() : k)
        .map(KeyIdentifier::toString)
        .orElse(Texts.text("security.key.none"));
  }
}
