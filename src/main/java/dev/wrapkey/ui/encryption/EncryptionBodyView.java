package dev.wrapkey.ui.encryption;

import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.EncryptionEdit;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.rules.RegionNames;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.CommandBox;
import dev.wrapkey.ui.control.Identifier;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What the blade says of the server's mode and its keys. */
public final class EncryptionBodyView {

  private static final String GEO = "geo-";

  private final EncryptionViewModel viewModel;
  private final IdentityCreation creation;
  private final Elsewhere elsewhere;

  @FXML private Label text;
  @FXML private RadioButton serviceManaged;
  @FXML private RadioButton customerManaged;
  @FXML private Callout replica;
  @FXML private Node serviceOnly;
  @FXML private CommandBox restore;
  @FXML private Node foreign;
  @FXML private Callout foreignReason;
  @FXML private Identifier foreignKey;
  @FXML private Identifier foreignIdentity;
  @FXML private Identifier foreignClient;
  @FXML private StatusLabel looking;
  @FXML private VBox causes;
  @FXML private VBox blocks;
  @FXML private Label primaryHead;
  @FXML private VBox primary;
  @FXML private VBox geo;
  @FXML private Label geoHead;
  @FXML private VBox geoBlock;
  @FXML private Callout sameIdentity;

  EncryptionBodyView(
      EncryptionViewModel viewModel, IdentityCreation creation, Elsewhere elsewhere) {
    this.elsewhere = elsewhere;
    this.viewModel = viewModel;
    this.creation = creation;
  }

  @FXML
  private void initialize() {
    primary.getChildren().setAll(block(viewModel.blocks().primary(), ""));
    geoBlock.getChildren().setAll(block(viewModel.blocks().geo(), GEO));
    Shown.when(geo, viewModel.blocks().twoProperty());
    Shown.when(primaryHead, viewModel.blocks().twoProperty());
    sameIdentity.textProperty().bind(viewModel.blocks().sameIdentityProperty());
    looking.setKind(StatusLabel.Kind.BUSY);
    Shown.when(looking, viewModel.troubles().lookingProperty());
    viewModel.troubles().causes().addListener((ListChangeListener<Trouble>) c -> showCauses());
    viewModel.troubles().lookingProperty().subscribe(this::showCauses);
    viewModel.presentProperty().subscribe(this::show);
    viewModel.stateProperty().subscribe(this::show);
    viewModel.overtakenProperty().subscribe(() -> show(viewModel.stateProperty().get()));
  }

  private Node block(BlockViewModel block, String prefix) {
    return Views.load("encryptionblock", new BlockView(block, prefix, creation));
  }

  private void show(State state) {
    boolean keys = Set.of(State.CUSTOMER_MANAGED, State.SAVING).contains(state);
    Shown.now(text, keys);
    Shown.now(serviceOnly, state == State.SERVICE_MANAGED);
    Shown.now(foreign, state == State.CROSS_TENANT);
    Shown.now(blocks, keys);
    blocks.setDisable(state == State.SAVING || viewModel.overtakenProperty().get().isPresent());
  }

  private void show(@Nullable Present now) {
    if (now == null) {
      return;
    }
    DataEncryption encryption = now.server().encryption();
    serviceManaged.setSelected(!encryption.isCustomerManaged());
    customerManaged.setSelected(encryption.isCustomerManaged());
    String region = RegionNames.display(now.server().region());
    primaryHead.setText(Texts.text("encryption.primary", region));
    now.geo()
        .ifPresent(
            side ->
                geoHead.setText(
                    Texts.text("encryption.geo", RegionNames.display(side.scope().region()))));
    replica.setText(now.isReplica() ? replicaText(now, region) : "");
    restore.show(Commands.restore(now.server()));
    foreignReason.setText(Texts.text("encryption.foreign", now.server().name()));
    foreignKey.setText(EncryptionEdit.Field.KEY.of(encryption));
    foreignIdentity.setText(EncryptionEdit.Field.IDENTITY.of(encryption));
    foreignClient.setText(now.federated().orElse(""));
    showCauses();
  }

  @FXML
  private void onChangeMode() {
    Present now = viewModel.presentProperty().get();
    if (now != null) {
      elsewhere.restore().accept(now.server());
    }
  }

  private static String replicaText(Present now, String region) {
    String source = now.server().setup().replication().source().map(ResourceId::name).orElse("");
    return Texts.text("encryption.replica", source, region);
  }

  private void showCauses() {
    Present now = viewModel.presentProperty().get();
    boolean troubled = now != null && now.isTroubled() && now.federated().isEmpty();
    Shown.now(causes, troubled);
    causes.getChildren().clear();
    if (now != null && troubled) {
      causes
          .getChildren()
          .setAll(
              TroubleNodes.of(
                  now,
                  viewModel.troubles().causes(),
                  viewModel.troubles().lookingProperty().get(),
                  elsewhere.recover()));
    }
  }
}
