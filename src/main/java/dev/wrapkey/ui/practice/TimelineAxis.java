package dev.wrapkey.ui.practice;

import dev.wrapkey.ui.control.Roving;
import dev.wrapkey.ui.practice.PracticeSteering.Due;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * An axis of time from now on, on which the near is drawn wider than the far, with a dot for
 * everything that will happen; the list beside it says the same. The dots are one stop of the tab
 * key.
 */
public final class TimelineAxis extends Pane {

  private static final double HEIGHT = 112;
  private static final double LINE = 84;
  private static final double SIDE = 24;
  private static final double DOT = 10;
  private static final int HIGHEST = 6;
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final List<Duration> MARKS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(10),
          Duration.ofHours(1),
          Duration.ofHours(6),
          Duration.ofDays(1),
          Duration.ofDays(7),
          Duration.ofDays(30),
          Duration.ofDays(90),
          Duration.ofDays(365),
          Duration.ofDays(3650));

  private final Roving roving = new Roving();
  private List<Due> dues = List.of();
  private Instant now = Instant.EPOCH;
  private Optional<Due> chosen = Optional.empty();
  private Consumer<Due> choose = due -> {};

  public TimelineAxis() {
    getStyleClass().add("timeline-axis");
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    setMaxHeight(HEIGHT);
    widthProperty().subscribe(this::draw);
  }

  /** What a click on a dot does. */
  void onChoose(Consumer<Due> action) {
    choose = action;
  }

  /** Draws what is due, seen from a moment. */
  void show(List<Due> due, Instant from, Optional<Due> marked) {
    dues = due;
    now = from;
    chosen = marked;
    draw();
  }

  private void draw() {
    roving.clear();
    getChildren().clear();
    double width = getWidth() - 2 * SIDE;
    if (width <= 0) {
      return;
    }
    Region line = part("timeline-line", SIDE, LINE, width, 2);
    getChildren().add(line);
    Duration end = dues.isEmpty() ? Duration.ofDays(1) : Duration.between(now, dues.getLast().at());
    Duration farthest =
        MARKS.stream().filter(m -> m.compareTo(end) >= 0).findFirst().orElse(MARKS.getLast());
    mark(SIDE, Texts.text("practice.timeline.now"));
    MARKS.stream()
        .filter(m -> m.compareTo(farthest) <= 0)
        .forEach(m -> mark(SIDE + width * share(m, farthest), label(m)));
    Map<Integer, Integer> heights = new HashMap<>();
    dues.forEach(
        due -> {
          double x = SIDE + width * share(Duration.between(now, due.at()), farthest);
          int place = (int) (x / (DOT + 2));
          dot(due, place, heights.merge(place, 1, Integer::sum));
        });
  }

  private static double share(Duration length, Duration farthest) {
    double seconds = Math.clamp(length.toSeconds(), 0, farthest.toSeconds());
    return Math.log1p(seconds / 30) / Math.log1p(farthest.toSeconds() / 30.0);
  }

  private static String label(Duration mark) {
    if (mark.compareTo(Duration.ofHours(1)) < 0) {
      return Texts.text("practice.mark.minutes", mark.toMinutes());
    }
    return mark.compareTo(Duration.ofDays(1)) < 0
        ? Texts.text("practice.mark.hours", mark.toHours())
        : Texts.text("practice.mark.days", String.valueOf(mark.toDays()));
  }

  private void mark(double x, String words) {
    getChildren().add(part("timeline-line", x, LINE - 3, 1, 8));
    Label label = new Label(words);
    label.getStyleClass().add("secondary");
    label.relocate(Math.max(2, x - 16), LINE + 8);
    getChildren().add(label);
  }

  private void dot(Due due, int place, int height) {
    if (height > HIGHEST) {
      return; // the list has them all
    }
    double x = place * (DOT + 2) + 1;
    Region dot = part("timeline-dot", x, LINE - 4 - height * (DOT + 2), DOT, DOT);
    dot.getStyleClass().add("timeline-" + due.kind());
    String words =
        Texts.text(
            "practice.timeline.dot",
            Moments.utc(due.at()),
            due.what(),
            Steering.name(due.resource()));
    Tooltip.install(dot, new Tooltip(words));
    getChildren().add(dot);
    roving.add(dot, due, words, () -> choose.accept(due));
    if (chosen.filter(due::equals).isPresent()) {
      dot.pseudoClassStateChanged(CHOSEN, true);
      roving.stopAt(dot);
    }
  }

  private static Region part(String style, double x, double y, double width, double height) {
    Region part = new Region();
    part.getStyleClass().add(style);
    part.resizeRelocate(x, y, width, height);
    part.setManaged(false);
    return part;
  }
}
