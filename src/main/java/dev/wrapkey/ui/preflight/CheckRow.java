package dev.wrapkey.ui.preflight;

import dev.wrapkey.preflight.Check;
import dev.wrapkey.preflight.Remedy;
import dev.wrapkey.preflight.Verdict;
import dev.wrapkey.ui.control.Identifier;
import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.view.Texts;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One check: its verdict, what there is to say, the rule it comes from, and what can be done. */
final class CheckRow extends HBox {

  private static final double VERDICT = 92;

  private final PreflightViewModel viewModel;
  private final Check check;
  private final String name;
  private final VBox body = new VBox();
  private final RepairBox repair;

  CheckRow(PreflightViewModel viewModel, Check check) {
    this.viewModel = viewModel;
    this.check = check;
    name = (check.rule() + "-" + check.purpose()).toLowerCase(Locale.ROOT);
    repair = new RepairBox(viewModel, name);
    getStyleClass().add("check-row");
    setId("check-" + name);
    StatusLabel verdict =
        new StatusLabel(kind(check.verdict()), Texts.text("preflight.verdict." + check.verdict()));
    verdict.setMinWidth(VERDICT);
    body.getStyleClass().add("check-body");
    HBox.setHgrow(body, Priority.ALWAYS);
    body.getChildren().addAll(words(), rule());
    check.remedy().ifPresent(this::offer);
    body.getChildren().add(repair);
    getChildren().setAll(verdict, body);
  }

  static StatusLabel.Kind kind(Verdict verdict) {
    return switch (verdict) {
      case PASSED -> StatusLabel.Kind.OK;
      case ADVICE -> StatusLabel.Kind.WARNING;
      case FAILED -> StatusLabel.Kind.ERROR;
      case UNKNOWN -> StatusLabel.Kind.INFO;
    };
  }

  private Node words() {
    Label words = new Label(check.message());
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    return words;
  }

  private Node rule() {
    Link rule = new Link(check.rule());
    rule.setId("rule-" + name);
    rule.setAccessibleText(Texts.text("preflight.rule", check.rule()));
    rule.setOnAction(e -> viewModel.openRule(check));
    Label source = new Label(source());
    source.getStyleClass().add("secondary");
    HBox line = new HBox(rule, source);
    line.getStyleClass().add("action-row");
    return line;
  }

  private String source() {
    String date = check.origin().date();
    return date.isEmpty()
        ? check.origin().source()
        : Texts.text("preflight.source", check.origin().source(), date);
  }

  private void offer(Remedy remedy) {
    Button button = new Button(Texts.text("preflight.remedy." + RepairBox.word(remedy)));
    button.setId("mend-" + name);
    button.setOnAction(e -> viewModel.ask(check));
    Identifier command = new Identifier(remedy.command());
    command.setId("command-" + name);
    command.setPrefWidth(0); // takes what the button leaves
    HBox.setHgrow(command, Priority.ALWAYS);
    HBox line = new HBox(button, command);
    line.getStyleClass().add("action-row");
    line.visibleProperty().bind(repair.visibleProperty().not());
    line.managedProperty().bind(line.visibleProperty());
    body.getChildren().add(line);
  }

  Check check() {
    return check;
  }

  void show(Repairing repairing) {
    repair.show(repairing);
  }
}
