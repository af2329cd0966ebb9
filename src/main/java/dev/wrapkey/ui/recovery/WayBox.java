package dev.wrapkey.ui.recovery;

import dev.wrapkey.preflight.Check;
import dev.wrapkey.preflight.Purpose;
import dev.wrapkey.preflight.diagnosis.Likelihood;
import dev.wrapkey.preflight.recovery.Step;
import dev.wrapkey.preflight.recovery.Way;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.view.Texts;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One cause, by what it is known, and the steps of the way back from it. */
final class WayBox extends VBox {

  WayBox(RecoveryViewModel viewModel, Way way, int place) {
    setId("way-" + way.rule().toLowerCase(java.util.Locale.ROOT));
    getStyleClass().addAll("inset", "way");
    boolean found = way.isStoreDeleted() || way.cause().likelihood() == Likelihood.FOUND;
    StatusLabel title =
        new StatusLabel(
            way.isMended()
                ? StatusLabel.Kind.OK
                : found ? StatusLabel.Kind.ERROR : StatusLabel.Kind.WARNING,
            Texts.text(
                "recovery.cause",
                place + 1,
                Texts.text(
                    "recovery.purpose." + (way.purpose() == Purpose.GEO ? "GEO" : "PRIMARY")),
                way.isStoreDeleted()
                    ? Texts.text("recovery.cause.deleted", way.thing())
                    : Texts.text("recovery.cause." + way.suspect(), way.thing())));
    title.getStyleClass().add("strong");
    getChildren().addAll(title, words(evidence(way), "secondary"));
    Optional<Step> next = way.next();
    int number = 1;
    for (Step step : way.steps()) {
      boolean now = next.filter(step::equals).isPresent();
      getChildren().add(new StepRow(viewModel, way, step, number++, now));
    }
  }

  private static String evidence(Way way) {
    if (way.isStoreDeleted()) {
      return way.isMended()
          ? Texts.text("recovery.evidence.recovered", way.thing(), way.rule())
          : Texts.text("recovery.evidence.deleted", way.thing(), way.rule());
    }
    String seen =
        way.cause().evidence().stream()
            .findFirst()
            .map(Check::message)
            .orElseGet(() -> Texts.text("recovery.evidence.none"));
    String how = way.isMended() ? "MENDED" : way.cause().likelihood().name();
    return Texts.text("recovery.evidence." + how, seen, way.rule());
  }

  static Label words(String text, String style) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }
}
