package dev.wrapkey.ui.encryption;

import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.rules.RegionNames;
import dev.wrapkey.ui.choice.ChoiceView;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.control.Picker;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.identity.IdentityPane;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import dev.wrapkey.ui.wizard.Bound;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Screen of one key of a server. */
public final class BlockView {

  private final BlockViewModel viewModel;
  private final String prefix;
  private final IdentityCreation creation;
  private final Picker<ManagedIdentity> identities = new Picker<>();

  @FXML private VBox root;
  @FXML private StatusLabel keyStatus;
  @FXML private Callout user;
  @FXML private VBox choice;

  /**
   * @param prefix begins the ids of its controls, where a server has two of them
   * @param creation opens the pane that makes identities
   */
  BlockView(BlockViewModel viewModel, String prefix, IdentityCreation creation) {
    this.viewModel = viewModel;
    this.prefix = prefix;
    this.creation = creation;
  }

  @FXML
  private void initialize() {
    keyStatus.setId(prefix + keyStatus.getId());
    identities.setId(prefix + "identity");
    identities.setText(ManagedIdentity::name);
    identities.setDetail(this::detail);
    identities.setEmptyText(Texts.text("encryption.identity.none"));
    Bound.choice(
        identities,
        viewModel.identitiesProperty(),
        viewModel.identityProperty(),
        viewModel::choose);
    ChoiceView whole =
        ChoiceView.ofServer(
            viewModel.choice(), prefix, new ChoiceView.Identities(identities, links()));
    choice.getChildren().setAll(Views.<Node>load("choice", whole));
    viewModel.sideProperty().subscribe(this::show);
  }

  private Node links() {
    Link select = link("select-identity", "encryption.identity.select");
    select.setOnAction(
        e -> viewModel.identityPane().ifPresent(pane -> IdentityPane.open(host(), pane)));
    Link create = link("create-identity", "encryption.identity.create");
    create.setOnAction(
        e -> viewModel.scope().ifPresent(where -> creation.open(host(), where, viewModel::add)));
    return new HBox(16, create, select);
  }

  private Link link(String id, String key) {
    Link link = new Link(Texts.text(key));
    link.setId(prefix + id);
    return link;
  }

  private PaneHost host() {
    return PaneHost.around(root).orElseThrow();
  }

  private String detail(ManagedIdentity identity) {
    return viewModel.isNew(identity)
        ? Texts.text("encryption.identity.new")
        : RegionNames.display(identity.region());
  }

  private void show(Present.@Nullable Side side) {
    if (side == null) {
      return;
    }
    keyStatus.setKind(
        side.status().filter("Valid"::equals).isPresent()
            ? StatusLabel.Kind.OK
            : StatusLabel.Kind.ERROR);
    keyStatus.setText(
        Texts.text(
            "encryption.status", side.status().orElse(Texts.text("encryption.status.none"))));
    String name = side.user().id().map(ResourceId::name).orElse("");
    identities.setPromptText(side.user().found().isPresent() ? "" : name);
    user.setText(
        side.user().gone() && !told(side) ? Texts.text("encryption.identity.gone", name) : "");
    if (side.user().isHidden()) {
      user.setText(Texts.text("encryption.identity.hidden", name));
    }
  }

  /** The service has noticed as well, and the page says so above. */
  private static boolean told(Present.Side side) {
    return side.status().filter("Invalid"::equals).isPresent();
  }
}
