package dev.wrapkey.ui.recovery;

import dev.wrapkey.preflight.diagnosis.Suspect;
import dev.wrapkey.preflight.recovery.Act;
import dev.wrapkey.preflight.recovery.Step;
import dev.wrapkey.preflight.recovery.Way;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.ui.control.CommandBox;
import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.control.Picker;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.view.Texts;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One step of a way back: how it stands, what it is, its command, and its button. */
final class StepRow extends HBox {

  private static final double STATE_WIDTH = 96;

  private final RecoveryViewModel viewModel;
  private final Way way;
  private final Step step;
  private final String name;
  private final VBox body = new VBox(6);

  StepRow(RecoveryViewModel viewModel, Way way, Step step, int number, boolean now) {
    this.viewModel = viewModel;
    this.way = way;
    this.step = step;
    name = (step.kind() + "-" + way.rule()).toLowerCase(Locale.ROOT).replace('_', '-');
    setId("step-" + name);
    setSpacing(12);
    setAlignment(Pos.TOP_LEFT);
    Optional<Deed> deed =
        Optional.ofNullable(viewModel.deedProperty().get()).filter(one -> one.isAbout(way, step));
    StatusLabel state = state(now, deed.filter(Deed::isRunning).isPresent());
    state.setMinWidth(STATE_WIDTH);
    state.setPrefWidth(STATE_WIDTH);
    body.getChildren()
        .add(
            WayBox.words(
                Texts.text("recovery.number", number, title()),
                step.isDone() ? "secondary" : "body-text"));
    HBox.setHgrow(body, Priority.ALWAYS);
    getChildren().setAll(state, body);
    if (step.kind() == Step.Kind.CHOOSE && !way.isMended()) {
      body.getChildren().add(choice());
    }
    if (now) {
      offer(deed);
    }
  }

  private String title() {
    boolean chosen = step.kind() == Step.Kind.GRANT && way.suspect() == Suspect.IDENTITY_MISSING;
    return chosen
        ? Texts.text("recovery.rights")
        : Texts.text("recovery.step." + step.kind(), way.thing());
  }

  private StatusLabel state(boolean now, boolean running) {
    if (step.isDone()) {
      return new StatusLabel(StatusLabel.Kind.OK, Texts.text("recovery.state.done"));
    }
    boolean waits = now && step.kind() == Step.Kind.WAIT;
    if (running || waits) {
      return new StatusLabel(
          StatusLabel.Kind.BUSY, Texts.text("recovery.state." + (waits ? "waiting" : "running")));
    }
    return new StatusLabel(
        now ? StatusLabel.Kind.INFO : StatusLabel.Kind.NONE,
        Texts.text("recovery.state." + (now ? "now" : "later")));
  }

  private void offer(Optional<Deed> deed) {
    if (step.kind() == Step.Kind.ROTATE) {
      Button rotate =
          button("rotate-" + name, Texts.text("recovery.rotate"), viewModel.exits()::rotate);
      body.getChildren().add(new HBox(rotate));
    }
    step.act().ifPresent(act -> offer(act, deed));
    if (step.act().isEmpty() && !step.command().isEmpty()) {
      body.getChildren().add(new CommandBox(step.command()));
    }
  }

  private void offer(Act act, Optional<Deed> deed) {
    body.getChildren()
        .addAll(WayBox.words(act.words(), "secondary"), new CommandBox(act.command()));
    HBox buttons = new HBox();
    buttons.getStyleClass().add("action-row");
    String title = Texts.text("recovery.do." + step.kind());
    if (deed.isEmpty()) {
      Button ask = button("do-" + name, title, () -> viewModel.ask(way, step));
      buttons.getChildren().add(ask);
    } else if (!deed.get().isRunning()) {
      Button confirm =
          button("confirm-" + name, Texts.text("recovery.confirm", title), viewModel::confirm);
      confirm.getStyleClass().add("primary");
      Button keep = button("keep-" + name, Texts.text("recovery.keep"), viewModel::keep);
      buttons.getChildren().addAll(confirm, keep);
    }
    body.getChildren().add(buttons);
  }

  private static Button button(String id, String text, Runnable action) {
    Button button = new Button(text);
    button.setId(id);
    button.setOnAction(e -> action.run());
    return button;
  }

  private HBox choice() {
    Picker<ManagedIdentity> picker = new Picker<>();
    picker.setId("choose-" + name);
    picker.setAccessibleText(Texts.text("recovery.step.CHOOSE", way.thing()));
    picker.setPromptText(
        way.chosen().map(ResourceId::name).orElseGet(() -> Texts.text("recovery.choose")));
    picker.setText(ManagedIdentity::name);
    picker.setDetail(ManagedIdentity::region);
    picker.setListing(viewModel.identities());
    picker
        .valueProperty()
        .subscribe(
            chosen -> {
              if (chosen != null) {
                viewModel.choose(way, chosen);
              }
            });
    HBox.setHgrow(picker, Priority.ALWAYS);
    Link create = new Link(Texts.text("recovery.create"));
    create.setId("create-" + name);
    create.setMinWidth(USE_PREF_SIZE);
    create.setOnAction(e -> create());
    HBox line = new HBox(picker, create);
    line.getStyleClass().add("action-row");
    return line;
  }

  private void create() {
    Findings now = viewModel.findingsProperty().get();
    if (now != null) {
      PaneHost.around(this)
          .ifPresent(
              host ->
                  viewModel
                      .exits()
                      .identity(host, now.scope(), made -> viewModel.choose(way, made)));
    }
  }
}
