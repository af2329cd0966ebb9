package dev.wrapkey.ui.vault;

import dev.wrapkey.impact.Answer;
import dev.wrapkey.rules.Loss;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Field;
import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.control.SidePane;
import dev.wrapkey.ui.view.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Asks once more before something is done, with what it does. */
final class BreakingPane {

  private BreakingPane() {}

  static void open(PaneHost host, Answer answer, Runnable confirmed) {
    String name = answer.impact().loss().target();
    SidePane side = new SidePane();
    side.setTitle(Texts.text("breaking.ask", answer.act()));
    side.setSubtitle(Texts.text("breaking.ask.subtitle"));
    VBox body = body(answer);
    TextField typed = new TextField();
    typed.setId("breaking-name");
    boolean demanded = isNameDemanded(answer);
    if (demanded) {
      Field field = new Field();
      field.setLabel(Texts.text("breaking.type", name));
      field.setRequired(true);
      field.setStacked(true);
      field.setContent(typed);
      body.getChildren().add(field);
    }
    side.setBody(body);
    side.addAction(
        "breaking-yes",
        Texts.text("breaking.yes." + answer.impact().loss().getClass().getSimpleName()),
        Bindings.createBooleanBinding(
            () -> !demanded || typed.getText().strip().equals(name), typed.textProperty()),
        () -> {
          side.close();
          confirmed.run();
        });
    Button keep = new Button(Texts.text("breaking.keep"));
    keep.setId("breaking-keep");
    keep.setOnAction(e -> side.close());
    side.getFooter().add(keep);
    host.show(side);
    if (!demanded) {
      keep.requestFocus(); // Enter leaves all as it is
    }
  }

  private static VBox body(Answer answer) {
    Callout summary = new Callout(kind(answer), String.join("\n", answer.summary()));
    Label head = new Label(Texts.text("breaking.back"));
    head.getStyleClass().add("section-head");
    VBox body = new VBox(10, summary, words(answer.when()), head);
    body.setId("breaking-confirm");
    answer.wayBack().forEach(step -> body.getChildren().add(words(step)));
    return body;
  }

  /** Before what breaks something, cannot be undone easily, or is not known wholly. */
  private static boolean isNameDemanded(Answer answer) {
    Loss loss = answer.impact().loss();
    return loss.isFinal()
        || loss instanceof Loss.OfIdentity
        || answer.impact().breaksSomething()
        || answer.isPartial();
  }

  static Callout.Kind kind(Answer answer) {
    if (answer.impact().isHarmless()) {
      return answer.isPartial() ? Callout.Kind.WARNING : Callout.Kind.SUCCESS;
    }
    return answer.impact().breaksSomething() ? Callout.Kind.ERROR : Callout.Kind.WARNING;
  }

  private static Label words(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    return label;
  }
}
