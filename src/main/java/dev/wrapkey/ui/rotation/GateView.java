package dev.wrapkey.ui.rotation;

import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.rotation.SafetyGate;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.control.Ticking;
import dev.wrapkey.ui.rotation.RotationCase.Busy;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** Screen of the safety gate: may the old version be disabled, and who still needs it. */
public final class GateView {

  private final RotationViewModel viewModel;
  private final RotationCase of;

  @FXML private VBox root;
  @FXML private Label version;
  @FXML private StatusLabel looking;
  @FXML private Callout standing;
  @FXML private VBox reasons;
  @FXML private Button retire;
  @FXML private Button look;

  GateView(RotationViewModel viewModel, RotationCase of) {
    this.viewModel = viewModel;
    this.of = of;
  }

  @FXML
  private void initialize() {
    WhileSeen.listen(
        root,
        () ->
            Subscription.combine(
                of.entryProperty().subscribe(this::show),
                of.busyProperty().subscribe(this::show),
                of.gateProperty().subscribe(this::show)));
    Ticking.on(root, this::tick);
  }

  private void show() {
    Optional<Instant> disabled = of.entryProperty().get().made().disabled();
    Shown.now(root, of.hasGate() || disabled.isPresent());
    version.setText(
        Texts.text(
            "rotation.gate.version",
            of.entryProperty().get().retired().stream()
                .map(KeyIdentifier::toString)
                .collect(Collectors.joining("\n"))));
    Busy busy = of.busyProperty().get();
    boolean works = busy == Busy.LOOKING || busy == Busy.RETIRING;
    Shown.now(looking, works);
    looking.setText(
        Texts.text(busy == Busy.RETIRING ? "rotation.gate.disabling" : "rotation.gate.looking"));
    retire.setDisable(busy != Busy.NONE || of.gateProperty().get().isEmpty());
    look.setDisable(busy != Busy.NONE);
    Shown.now(retire, disabled.isEmpty());
    Shown.now(look, disabled.isEmpty());
    if (disabled.isPresent()) {
      standing.setKind(Callout.Kind.SUCCESS);
      standing.setText(Texts.text("rotation.gate.disabled", Moments.moment(disabled.get())));
      reasons.getChildren().clear();
    } else {
      tick();
      list();
    }
  }

  /** The time runs on while somebody looks. */
  private void tick() {
    Optional<SafetyGate> gate = of.gateProperty().get();
    if (of.entryProperty().get().made().disabled().isEmpty()) {
      boolean open = gate.filter(seen -> seen.isOpenAt(viewModel.now())).isPresent();
      standing.setKind(open ? Callout.Kind.SUCCESS : Callout.Kind.WARNING);
      standing.setText(gate.map(seen -> GateWords.standing(seen, viewModel.now())).orElse(""));
    }
  }

  private void list() {
    reasons
        .getChildren()
        .setAll(
            of.gateProperty().get().stream()
                .flatMap(gate -> gate.reasons().stream())
                .map(this::row)
                .toList());
  }

  private StatusLabel row(SafetyGate.Reason reason) {
    boolean closes = reason.closesAt(viewModel.now());
    return new StatusLabel(
        closes ? StatusLabel.Kind.WARNING : StatusLabel.Kind.INFO, GateWords.of(reason));
  }

  @FXML
  private void onLook() {
    of.look();
  }

  @FXML
  private void onRetire() {
    PaneHost.around(root)
        .ifPresent(
            host ->
                of.gateProperty()
                    .get()
                    .ifPresent(gate -> RetirePane.open(host, of, gate, viewModel.now())));
  }
}
