package dev.wrapkey.ui.preflight;

import dev.wrapkey.preflight.Check;
import dev.wrapkey.preflight.diagnosis.Cause;
import dev.wrapkey.preflight.diagnosis.Likelihood;
import dev.wrapkey.ui.control.Identifier;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.view.Texts;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One cause: how it stands, what it is, by what that is known, and what can be done. */
final class CauseRow extends VBox {

  private final PreflightViewModel checks;
  private final Cause cause;
  private final Optional<Check> mendable;
  private final Optional<RepairBox> repair;

  CauseRow(PreflightViewModel checks, Cause cause) {
    this.checks = checks;
    this.cause = cause;
    String name = cause.suspect().name().toLowerCase(Locale.ROOT).replace('_', '-');
    getStyleClass().addAll("cause-row", "check-body");
    setId("cause-" + name);
    mendable = cause.likelihood() == Likelihood.FOUND ? cause.mendable() : Optional.empty();
    repair = mendable.map(_ -> new RepairBox(checks, name));
    StatusLabel standing =
        new StatusLabel(
            kind(cause.likelihood()),
            Texts.text(
                "preflight.likelihood." + cause.likelihood(),
                Texts.text("preflight.suspect." + cause.suspect())));
    standing.getStyleClass().add("strong");
    Label evidence = new Label(Causes.evidence(cause));
    evidence.getStyleClass().add("secondary");
    evidence.setMinHeight(Region.USE_PREF_SIZE);
    getChildren().setAll(standing, evidence);
    mendable.ifPresent(check -> offer(check, name));
  }

  private static StatusLabel.Kind kind(Likelihood likelihood) {
    return switch (likelihood) {
      case FOUND -> StatusLabel.Kind.ERROR;
      case LIKELY -> StatusLabel.Kind.WARNING;
      case POSSIBLE -> StatusLabel.Kind.INFO;
      case RULED_OUT -> StatusLabel.Kind.OK;
    };
  }

  private void offer(Check check, String name) {
    RepairBox box = repair.orElseThrow();
    check
        .remedy()
        .ifPresent(
            remedy -> {
              Button button = new Button(Texts.text("preflight.remedy." + RepairBox.word(remedy)));
              button.setId("mend-" + name);
              button.setOnAction(e -> checks.ask(check));
              VBox offer = new VBox(6, button, new Identifier(remedy.command()));
              offer.visibleProperty().bind(box.visibleProperty().not());
              offer.managedProperty().bind(offer.visibleProperty());
              getChildren().addAll(offer, box);
            });
  }

  boolean isRuledOut() {
    return cause.likelihood() == Likelihood.RULED_OUT;
  }

  void show(Repairing repairing) {
    boolean mine = mendable.filter(repairing::isAbout).isPresent();
    repair.ifPresent(box -> box.show(mine ? repairing : new Repairing.None()));
  }
}
