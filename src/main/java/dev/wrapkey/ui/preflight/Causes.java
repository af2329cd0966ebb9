package dev.wrapkey.ui.preflight;

import dev.wrapkey.preflight.Check;
import dev.wrapkey.preflight.Report;
import dev.wrapkey.preflight.Verdict;
import dev.wrapkey.preflight.diagnosis.Cause;
import dev.wrapkey.preflight.diagnosis.Diagnosis;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.view.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * What is behind a failure: the causes that its code may have, ranked by checks that are made when
 * this is shown, each with its evidence and, where there is one, its remedy.
 */
public final class Causes extends VBox {

  private final PreflightViewModel checks;
  private final CloudFailure why;
  private final StatusLabel state = new StatusLabel();
  private final VBox ranked = new VBox();
  private final Label news = new Label();
  private List<CauseRow> rows = List.of();
  private Subscription following = Subscription.EMPTY;

  /**
   * @param checks a panel of the server that the failure is about
   */
  public Causes(PreflightViewModel checks, CloudFailure why) {
    this.checks = checks;
    this.why = why;
    setId("causes");
    getStyleClass().add("causes");
    state.setId("causes-state");
    news.setWrapText(true);
    news.setMinHeight(USE_PREF_SIZE);
    news.managedProperty().bind(news.textProperty().isNotEmpty());
    Link again = new Link(Texts.text("preflight.again"));
    again.setId("causes-again");
    again.setOnAction(e -> checks.run());
    getChildren().setAll(state, news, ranked, again);
    sceneProperty().subscribe(scene -> follow(scene != null));
  }

  /** Whether there is anything to find out about a failure. */
  public static boolean isFor(CloudFailure why) {
    return Diagnosis.knows(why);
  }

  private void follow(boolean shown) {
    following.unsubscribe();
    following = Subscription.EMPTY;
    if (shown) {
      following =
          Subscription.combine(
              checks.reportProperty().subscribe(this::rank),
              checks.stateProperty().subscribe(this::tell),
              checks.repairingProperty().subscribe(this::mend));
      checks.run();
    }
  }

  private void tell(PreflightViewModel.State now) {
    switch (now) {
      case IDLE, RUNNING -> say(StatusLabel.Kind.BUSY, "preflight.cause.looking");
      case STOPPED -> say(StatusLabel.Kind.WARNING, "preflight.cause.stopped");
      case DONE -> say(StatusLabel.Kind.NONE, "preflight.cause.ranked");
    }
  }

  private void say(StatusLabel.Kind kind, String key) {
    state.setKind(kind);
    state.setText(Texts.text(key));
  }

  private void rank(@Nullable Report report) {
    List<Cause> causes = report == null ? List.of() : Diagnosis.of(why, report);
    rows = new ArrayList<>(causes.stream().map(cause -> new CauseRow(checks, cause)).toList());
    ranked.getChildren().setAll(rows.stream().filter(row -> !row.isRuledOut()).toList());
    List<CauseRow> over = rows.stream().filter(CauseRow::isRuledOut).toList();
    if (!over.isEmpty()) {
      fold(over);
    }
    mend(checks.repairingProperty().get());
  }

  private void fold(List<CauseRow> over) {
    VBox body = new VBox();
    body.getChildren().setAll(over);
    Shown.now(body, false);
    Link fold = new Link(Texts.text("preflight.cause.fold.false", over.size()));
    fold.setId("causes-fold");
    fold.setOnAction(
        e -> {
          Shown.now(body, !body.isVisible());
          fold.setText(Texts.text("preflight.cause.fold." + body.isVisible(), over.size()));
        });
    ranked.getChildren().addAll(fold, body);
  }

  private void mend(Repairing repairing) {
    rows.forEach(row -> row.show(repairing));
    news.setText(
        switch (repairing) {
          case Repairing.Applied applied when applied.holds() ->
              Texts.text("preflight.cause.mended", applied.after().message());
          case Repairing.Applied applied ->
              Texts.text("preflight.repair.waits", applied.after().message());
          case Repairing.Left _ -> Texts.text("preflight.repair.left");
          case Repairing.Refused refused ->
              Texts.text(
                  "preflight.repair.refused",
                  Texts.text("failure." + refused.why().kind()),
                  refused.why().code(),
                  refused.why().details());
          case Repairing.None _, Repairing.Asked _, Repairing.Running _ -> "";
        });
  }

  /** What a check says about a cause, for the person. */
  static String evidence(Cause cause) {
    Optional<Check> first = cause.evidence().stream().findFirst();
    return first
        .map(
            check ->
                Texts.text(
                    "preflight.evidence." + word(check.verdict()), check.rule(), check.message()))
        .orElseGet(() -> Texts.text("preflight.evidence.none"));
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case FAILED -> "against";
      case UNKNOWN -> "unseen";
      case PASSED, ADVICE -> "fine";
    };
  }
}
