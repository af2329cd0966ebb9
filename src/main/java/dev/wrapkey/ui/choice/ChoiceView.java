package dev.wrapkey.ui.choice;

import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.ui.control.Field;
import dev.wrapkey.ui.control.Identifier;
import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.control.Reveal;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.identity.IdentityPane;
import dev.wrapkey.ui.key.KeyPane;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.wizard.Bound;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.binding.StringBinding;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Identity, key, and what was found out about them. */
public final class ChoiceView {

  private static final double WHOLE_IDENTIFIER = 700;

  private final ChoiceViewModel viewModel;
  private final String prefix;
  private final Optional<Identities> identities;

  @FXML private VBox root;
  @FXML private Field identityField;
  @FXML private Label identity;
  @FXML private Node changeIdentity;
  @FXML private Node selectKey;
  @FXML private CheckBox automatic;
  @FXML private VBox methods;
  @FXML private RadioButton select;
  @FXML private RadioButton enter;
  @FXML private Field keyField;
  @FXML private Label noKey;
  @FXML private Identifier key;
  @FXML private Field identifierField;
  @FXML private TextField identifier;
  @FXML private VBox proof;

  public ChoiceView(ChoiceViewModel viewModel) {
    this(viewModel, "");
  }

  /**
   * @param prefix begins the ids of its controls, where a page has two of them
   */
  public ChoiceView(ChoiceViewModel viewModel, String prefix) {
    this(viewModel, prefix, Optional.empty());
  }

  /**
   * The choice for a server that exists (portal specification 5.1): its own list of identities, and
   * the key identifier before the selection.
   */
  public static ChoiceView ofServer(
      ChoiceViewModel viewModel, String prefix, Identities identities) {
    return new ChoiceView(viewModel, prefix, Optional.of(identities));
  }

  private ChoiceView(ChoiceViewModel viewModel, String prefix, Optional<Identities> identities) {
    this.viewModel = viewModel;
    this.prefix = prefix;
    this.identities = identities;
  }

  /**
   * How an identity is chosen in place of the link to the pane.
   *
   * @param list the control
   * @param links what stands under it
   */
  public record Identities(Node list, Node links) {}

  @FXML
  private void initialize() {
    List.of(
            root,
            identity,
            changeIdentity,
            automatic,
            select,
            enter,
            key,
            selectKey,
            identifier,
            proof)
        .forEach(node -> node.setId(prefix + node.getId()));
    identity
        .textProperty()
        .bind(Bindings.createStringBinding(this::identityText, viewModel.identityProperty()));
    key.textProperty()
        .bind(
            Bindings.createStringBinding(
                this::keyText, viewModel.selectedProperty(), viewModel.automaticProperty()));
    Shown.when(noKey, viewModel.selectedProperty().isNull());
    automatic.selectedProperty().bindBidirectional(viewModel.automaticProperty());
    select.setSelected(!viewModel.typedProperty().get());
    enter.selectedProperty().bindBidirectional(viewModel.typedProperty());
    viewModel.typedProperty().subscribe((was, is) -> goTyping(is));
    Bound.text(identifierField, identifier, viewModel.identifier());
    Shown.when(identifierField, enter.selectedProperty());
    Shown.when(keyField, enter.selectedProperty().not());
    identityField.problemProperty().bind(missing(viewModel.identityProperty().isNull()));
    keyField.problemProperty().bind(missing(viewModel.selectedProperty().isNull()));
    identityField.changedProperty().bind(viewModel.identityChangedProperty());
    keyField.changedProperty().bind(viewModel.keyChangedProperty());
    viewModel.proofProperty().subscribe(this::showProof);
    identities.ifPresent(this::place);
  }

  private void place(Identities own) {
    identityField.setContent(own.list());
    identityField.setUnder(own.links());
    methods.getChildren().setAll(enter, select);
    identifierField.setControlWidth(WHOLE_IDENTIFIER);
  }

  @FXML
  private void onIdentity() {
    viewModel.identityPane().ifPresent(pane -> IdentityPane.open(host(), pane));
  }

  @FXML
  private void onKey() {
    viewModel.keyPane().ifPresent(pane -> KeyPane.open(host(), pane));
  }

  // Who comes from the key pane goes on where the identifier is to be typed.
  private void goTyping(boolean typed) {
    if (typed && !enter.isFocused()) {
      identifier.requestFocus();
      identifier.end();
    }
  }

  private void showProof(Proof now) {
    proof.getChildren().setAll(ProofNodes.of(now, viewModel::prove));
    if (now instanceof Proof.Checked && !viewModel.isUntouched()) {
      Reveal.end(proof);
    }
  }

  private PaneHost host() {
    return PaneHost.around(root).orElseThrow();
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
        .orElse("");
  }
}
