package dev.wrapkey.ui.rehearsal;

import dev.wrapkey.rehearsal.Scenario;
import dev.wrapkey.rehearsal.Verdict;
import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.rehearsal.RehearsalsViewModel.Doing;
import dev.wrapkey.ui.view.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The lists below a rehearsal: its hints, and the parts of its goal. */
final class Parts {

  private Parts() {}

  /** What is being done; empty for nothing. */
  static String words(Doing what) {
    return what == Doing.NOTHING
        ? ""
        : Texts.text("rehearsal.doing." + what.name().toLowerCase(Locale.ROOT));
  }

  /** One below another, with a heading, or nothing. */
  static void fill(VBox box, List<String> hints) {
    box.getChildren().setAll(head("rehearsal.hints"));
    for (String each : hints) {
      Label label = new Label(each);
      label.setWrapText(true);
      box.getChildren().add(label);
    }
    Shown.now(box, !hints.isEmpty());
  }

  /** Each part of the goal with its sign, or nothing. */
  static void judge(VBox box, Optional<Verdict> verdict) {
    box.getChildren().setAll(head("rehearsal.points"));
    verdict.ifPresent(
        said ->
            said.points()
                .forEach(
                    point ->
                        box.getChildren()
                            .add(
                                new StatusLabel(
                                    point.met() ? StatusLabel.Kind.OK : StatusLabel.Kind.ERROR,
                                    RehearsalWords.point(point)))));
    if (verdict.filter(said -> !said.stands()).isPresent()) {
      box.getChildren()
          .add(new StatusLabel(StatusLabel.Kind.WARNING, Texts.text("rehearsal.gone")));
    }
    Shown.now(box, verdict.isPresent());
  }

  /** Links to the rules that it is about. */
  static void rules(HBox box, Scenario scenario, Consumer<String> visit) {
    box.getChildren().setAll(new Label(Texts.text("rehearsal.rules")));
    for (String id : scenario.rules()) {
      Link link = new Link(id);
      link.setOnAction(e -> visit.accept(id));
      box.getChildren().add(link);
    }
  }

  private static Label head(String key) {
    Label head = new Label(Texts.text(key));
    head.getStyleClass().add("strong");
    return head;
  }
}
