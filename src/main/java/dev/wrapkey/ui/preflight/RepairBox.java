package dev.wrapkey.ui.preflight;

import dev.wrapkey.preflight.Probe;
import dev.wrapkey.preflight.Remedy;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Identifier;
import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.view.Texts;
import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Asks before a remedy is applied, and shows how it takes effect. */
final class RepairBox extends VBox {

  private final PreflightViewModel viewModel;
  private final String name;

  RepairBox(PreflightViewModel viewModel, String name) {
    this.viewModel = viewModel;
    this.name = name;
    getStyleClass().add("inset");
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  /** A word for each kind of remedy. */
  static String word(Remedy remedy) {
    return switch (remedy) {
      case Remedy.Grant grant -> hasRoles(grant.store()) ? "role" : "policy";
      case Remedy.EnablePurgeProtection _ -> "purge";
      case Remedy.AllowTrustedServices _ -> "trusted";
      case Remedy.ExtendExpiry _ -> "extend";
      case Remedy.EnableKey _ -> "enable";
    };
  }

  private static boolean hasRoles(KeyStore store) {
    return store.kind() == KeyStore.Kind.MANAGED_HSM || store.rbac();
  }

  void show(Repairing repairing) {
    getChildren().clear();
    setVisible(!isOver(repairing));
    switch (repairing) {
      case Repairing.Asked(_, Remedy remedy) -> ask(remedy);
      case Repairing.Running(_, Remedy remedy, var last) ->
          getChildren().setAll(sentence(remedy.words()), progress(last.orElse(null)));
      case Repairing.None _, Repairing.Applied _, Repairing.Left _, Repairing.Refused _ -> {}
    }
  }

  private static boolean isOver(Repairing repairing) {
    return !(repairing instanceof Repairing.Asked || repairing instanceof Repairing.Running);
  }

  private void ask(Remedy remedy) {
    Button apply = new Button(Texts.text("preflight.remedy." + word(remedy)));
    apply.setId("apply-" + name);
    apply.getStyleClass().add("primary");
    apply.setOnAction(e -> viewModel.mend());
    Button keep = new Button(Texts.text("preflight.keep"));
    keep.setId("keep-" + name);
    keep.setOnAction(e -> viewModel.keep());
    HBox buttons = new HBox(apply, keep);
    buttons.getStyleClass().add("action-row");
    getChildren().add(sentence(remedy.words()));
    TextField typed = new TextField();
    if (remedy.isIrreversible()) {
      getChildren().add(new Callout(Callout.Kind.WARNING, Texts.text("preflight.irreversible")));
      getChildren().add(demandName(remedy, apply, typed));
    }
    getChildren().addAll(new Identifier(remedy.command()), buttons);
    (remedy.isIrreversible() ? typed : keep).requestFocus(); // Enter changes nothing
  }

  private Node demandName(Remedy remedy, Button apply, TextField typed) {
    String wanted = remedy.host().replaceAll("\\..*", "");
    typed.setId("name-" + name);
    typed.setPromptText(wanted);
    Label label = new Label(Texts.text("preflight.type", wanted));
    label.setLabelFor(typed);
    typed.setAccessibleText(label.getText());
    apply.disableProperty().bind(typed.textProperty().isNotEqualTo(wanted));
    HBox line = new HBox(label, typed);
    line.getStyleClass().add("action-row");
    return line;
  }

  private Node progress(@Nullable Probe last) {
    StatusLabel state =
        new StatusLabel(
            StatusLabel.Kind.BUSY,
            last == null
                ? Texts.text("preflight.applying")
                : Texts.text(
                    "preflight.probing",
                    last.looks(),
                    time(last.elapsed()),
                    last.atMost().toMinutes(),
                    last.seen().message()));
    state.setId("probe-" + name);
    HBox.setHgrow(state, Priority.ALWAYS);
    Link stop = new Link(Texts.text("preflight.probing.stop"));
    stop.setId("leave-" + name);
    stop.setMinWidth(Region.USE_PREF_SIZE);
    stop.setOnAction(e -> viewModel.leave());
    HBox line = new HBox(state, stop);
    line.getStyleClass().add("action-row");
    return line;
  }

  private static String time(Duration time) {
    return Texts.text("deployment.elapsed", time.toMinutes(), time.toSecondsPart());
  }

  private static Label sentence(String text) {
    Label words = new Label(text);
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    return words;
  }
}
