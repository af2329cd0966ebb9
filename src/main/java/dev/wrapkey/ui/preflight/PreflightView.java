package dev.wrapkey.ui.preflight;

import dev.wrapkey.preflight.Purpose;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.control.Reveal;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.preflight.PreflightViewModel.State;
import dev.wrapkey.ui.view.Texts;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Screen of the checks, to be set into another one. */
public final class PreflightView {

  private final PreflightViewModel viewModel;
  private final String title;
  private final Set<Purpose> unfolded = EnumSet.noneOf(Purpose.class);
  private List<CheckGroup> shown = List.of();
  private boolean fresh;

  @FXML private Label head;
  @FXML private StatusLabel summary;
  @FXML private Label took;
  @FXML private Link stop;
  @FXML private Button again;
  @FXML private Callout news;
  @FXML private VBox groups;

  public PreflightView(PreflightViewModel viewModel) {
    this(viewModel, "preflight.title");
  }

  private PreflightView(PreflightViewModel viewModel, String title) {
    this.viewModel = viewModel;
    this.title = title;
  }

  /** The same before a server that exists is changed. */
  public static PreflightView beforeSaving(PreflightViewModel viewModel) {
    return new PreflightView(viewModel, "preflight.title.save");
  }

  @FXML
  private void initialize() {
    head.setText(Texts.text(title));
    viewModel.checks().addListener((InvalidationListener) changed -> show());
    viewModel.stateProperty().subscribe(state -> show());
    viewModel.repairingProperty().subscribe(this::follow);
    groups.heightProperty().subscribe(height -> reveal());
  }

  private void show() {
    State state = viewModel.stateProperty().get();
    Summary.show(summary, viewModel);
    took.setText(state == State.DONE ? Summary.took(viewModel.tookProperty().get()) : "");
    Shown.now(stop, state == State.RUNNING);
    shown = Stream.of(Purpose.values()).map(this::group).filter(CheckGroup::isFilled).toList();
    groups.getChildren().setAll(shown);
    shown.forEach(group -> group.show(viewModel.repairingProperty().get()));
  }

  private CheckGroup group(Purpose purpose) {
    CheckGroup group = new CheckGroup(viewModel, purpose, unfolded.contains(purpose));
    group.unfoldedProperty().subscribe((was, open) -> fold(purpose, open));
    return group;
  }

  private void fold(Purpose purpose, boolean open) {
    fresh = false;
    if (open) {
      unfolded.add(purpose);
    } else {
      unfolded.remove(purpose);
    }
  }

  /** What has come of a repair stays in sight while the rows below it come anew. */
  private void reveal() {
    if (fresh) {
      Reveal.middle(news);
    }
  }

  private void follow(Repairing repairing) {
    again.setDisable(repairing instanceof Repairing.Running);
    shown.forEach(group -> group.show(repairing));
    switch (repairing) {
      case Repairing.Applied applied when applied.holds() ->
          tell(Callout.Kind.SUCCESS, "preflight.repair.holds", applied.after().message());
      case Repairing.Applied applied ->
          tell(Callout.Kind.WARNING, "preflight.repair.waits", applied.after().message());
      case Repairing.Left _ -> tell(Callout.Kind.INFO, "preflight.repair.left");
      case Repairing.Refused refused ->
          tell(
              Callout.Kind.ERROR,
              "preflight.repair.refused",
              Texts.text("failure." + refused.why().kind()),
              refused.why().code(),
              refused.why().details());
      case Repairing.None _, Repairing.Asked _, Repairing.Running _ -> news.setText("");
    }
  }

  private void tell(Callout.Kind kind, String key, Object... places) {
    news.setKind(kind);
    news.setText(Texts.text(key, places));
    fresh = true;
    again.requestFocus(); // the row's own buttons have gone
  }

  @FXML
  private void onAgain() {
    viewModel.keep();
    viewModel.run();
  }

  @FXML
  private void onStop() {
    viewModel.stop();
    again.requestFocus();
  }
}
