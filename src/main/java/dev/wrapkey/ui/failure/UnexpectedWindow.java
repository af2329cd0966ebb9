package dev.wrapkey.ui.failure;

import dev.wrapkey.ui.control.CopyButton;
import dev.wrapkey.ui.control.Dressed;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.file.FileDialogs;
import dev.wrapkey.ui.view.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The one window for what nobody expected. What comes while it is open is counted, and stands in
 * the report. Lives on the screen's thread.
 */
public final class UnexpectedWindow {

  private static final Logger LOG = Logger.getLogger(UnexpectedWindow.class.getName());
  private static final int MOST_KINDS = 20;

  private final Evidence evidence;
  private final FileDialogs dialogs;
  private final Map<UnexpectedReport, Integer> happened = new LinkedHashMap<>();
  private @Nullable Content open;

  /**
   * @param evidence what is saved besides
   * @param dialogs asks where to
   */
  public UnexpectedWindow(Evidence evidence, FileDialogs dialogs) {
    this.evidence = evidence;
    this.dialogs = dialogs;
  }

  /** Shows it; to be called on the toolkit's thread. */
  public void show(Throwable bug) {
    UnexpectedReport report = UnexpectedReport.of(bug);
    LOG.log(Level.SEVERE, report.code(), bug);
    if (happened.containsKey(report) || happened.size() < MOST_KINDS) {
      happened.merge(report, 1, Integer::sum);
    }
    Content content = open;
    if (content == null) {
      Content fresh = new Content();
      open = fresh;
      fresh.fill();
      window(report, fresh).show();
    } else {
      content.fill();
    }
  }

  private SavedReport report() {
    return new SavedReport(
        evidence.collect(
            happened.entrySet().stream()
                .map(
                    each ->
                        each.getKey().code()
                            + " × "
                            + each.getValue()
                            + "\n"
                            + each.getKey().text())
                .collect(Collectors.joining("\n\n"))));
  }

  private Alert window(UnexpectedReport report, Content content) {
    ButtonType save =
        new ButtonType(Texts.text("failure.unexpected.save"), ButtonBar.ButtonData.LEFT);
    Alert alert = new Alert(Alert.AlertType.ERROR, "", save, ButtonType.CLOSE);
    alert.setTitle(Texts.text("failure.unexpected.title"));
    alert.setHeaderText(Texts.text("failure.unexpected.code", report.code()));
    alert.getDialogPane().setId("unexpected");
    alert.getDialogPane().setContent(content.nodes());
    alert.getDialogPane().setPrefWidth(680);
    Button saving = (Button) alert.getDialogPane().lookupButton(save);
    saving.setId("save-report");
    saving.setMinWidth(Region.USE_PREF_SIZE);
    saving.addEventFilter(
        ActionEvent.ACTION,
        pressed -> {
          pressed.consume(); // the window stays
          dialogs.report("wrapkey-" + report.code() + ".zip").ifPresent(content::save);
        });
    alert.setOnHidden(
        closed -> {
          open = null;
          happened.clear();
        });
    return Dressed.over(alert);
  }

  /** What stands in the window; made when there is something to say. */
  private final class Content {

    private final TextArea text = new TextArea();
    private final CopyButton copy = new CopyButton();
    private final Label more = new Label();
    private final StatusLabel saved = new StatusLabel();

    void fill() {
      SavedReport report = report();
      text.setText(report.text());
      copy.setContent(report.text());
      int all = happened.values().stream().mapToInt(Integer::intValue).sum();
      more.setText(Texts.text("failure.unexpected.more", all - 1, happened.size()));
      Shown.now(more, all > 1);
    }

    VBox nodes() {
      Label words = new Label(Texts.text("failure.unexpected"));
      words.setWrapText(true);
      words.setMinHeight(Region.USE_PREF_SIZE);
      more.setWrapText(true);
      more.setMinHeight(Region.USE_PREF_SIZE);
      text.setId("unexpected-text");
      text.setEditable(false);
      text.setPrefRowCount(14);
      text.getStyleClass().add("mono");
      text.setAccessibleText(Texts.text("failure.unexpected.report"));
      Label report = new Label(Texts.text("failure.unexpected.report"));
      report.getStyleClass().add("strong");
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      HBox head = new HBox(8, report, gap, new Label(Texts.text("failure.unexpected.copy")), copy);
      head.setAlignment(Pos.CENTER_LEFT);
      saved.setKind(StatusLabel.Kind.NONE);
      Shown.now(saved, false);
      return new VBox(8, words, more, head, text, saved);
    }

    void save(Path archive) {
      try {
        report().write(archive);
        saved.setKind(StatusLabel.Kind.OK);
        saved.setText(Texts.text("failure.unexpected.saved", archive));
      } catch (IOException unusable) {
        saved.setKind(StatusLabel.Kind.ERROR);
        saved.setText(Texts.text("failure.unexpected.unsaved", unusable));
      }
      Shown.now(saved, true);
    }
  }
}
