package dev.wrapkey.ui.waves;

import dev.wrapkey.provisioning.Refusal;
import dev.wrapkey.rotation.WaveLedger;
import dev.wrapkey.rotation.WaveRow;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.failure.Failures;
import dev.wrapkey.ui.view.Texts;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;

/** Screen of waves, under way or over. */
public final class RunView {

  private final WaveCase of;
  private Optional<Refusal> explained = Optional.empty();

  @FXML private Callout standing;
  @FXML private Callout failure;
  @FXML private ProgressBar bar;
  @FXML private Label summary;
  @FXML private RunTable table;
  @FXML private Callout detail;

  RunView(WaveCase of) {
    this.of = of;
  }

  @FXML
  private void initialize() {
    table.show(FXCollections.observableList(of.lines()));
    table.getSelectionModel().selectedItemProperty().subscribe(line -> explain());
  }

  /** Shows it as it is now. */
  void show() {
    WaveCase.Standing now = of.standingProperty().get();
    standing.setKind(kind(now));
    standing.setText(Texts.text("waves.standing." + word(now)));
    Failures.show(failure, of.failureProperty().get());
    Tally tally = now.tally();
    bar.setProgress(tally.share());
    summary.setText(
        Texts.text(
            "waves.summary",
            tally.total(),
            Stream.of(WaveRow.State.values())
                .filter(state -> tally.of(state) > 0)
                .map(state -> Texts.text("waves.tally." + name(state, now), tally.of(state)))
                .collect(Collectors.joining(", "))));
    explain();
  }

  private static String name(WaveRow.State state, WaveCase.Standing now) {
    return state == WaveRow.State.RUNNING && now.isIdle() ? "BROKEN" : state.name();
  }

  // What is read or copied stays while other servers get further.
  private void explain() {
    WaveLine line = table.getSelectionModel().getSelectedItem();
    Optional<Refusal> why = line == null ? Optional.empty() : line.row().refusal();
    if (!why.equals(explained)) {
      explained = why;
      Failures.show(detail, why.map(Refusal::failure).orElse(null));
    }
  }

  private static String word(WaveCase.Standing now) {
    if (!now.isIdle()) {
      return now.busy().name();
    }
    if (now.phase() != WaveLedger.Phase.ENDED) {
      return now.phase() == WaveLedger.Phase.RUNNING ? "BROKEN" : now.phase().name();
    }
    return now.tally().done() == now.tally().total() ? "all" : "some";
  }

  private static Callout.Kind kind(WaveCase.Standing now) {
    if (!now.isIdle()) {
      return Callout.Kind.INFO;
    }
    return now.phase() == WaveLedger.Phase.ENDED && now.tally().done() == now.tally().total()
        ? Callout.Kind.SUCCESS
        : Callout.Kind.WARNING;
  }
}
