package dev.wrapkey.ui.rulebook;

import dev.wrapkey.rules.Profile;
import dev.wrapkey.rules.Severity;
import dev.wrapkey.ui.control.Icon;
import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.control.Picker;
import dev.wrapkey.ui.keyboard.Shortcut;
import dev.wrapkey.ui.navigation.Page;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;

/** Screen of the rules. */
public final class RulebookView {

  private final RulebookViewModel viewModel;

  @FXML private CustomTextField filter;
  @FXML private Picker<Optional<Severity>> severity;
  @FXML private Picker<Optional<Profile>> profile;
  @FXML private Button copy;
  @FXML private Label count;
  @FXML private RuleTable table;

  public RulebookView(RulebookViewModel viewModel) {
    this.viewModel = viewModel;
  }

  /** The page, with all rules. */
  public Page page() {
    return new Page(Texts.text("rulebook.crumb"), Views.load("rulebook", this));
  }

  /** The page, with one rule chosen. */
  public Page page(String rule) {
    Page page = page();
    choose(rule);
    return page;
  }

  private void choose(String rule) {
    viewModel
        .find(rule)
        .ifPresent(
            row -> {
              table.getSelectionModel().clearSelection();
              table.getSelectionModel().select(row);
              table.scrollTo(row);
            });
  }

  @FXML
  private void initialize() {
    filter.setLeft(new Icon("search"));
    filter.textProperty().bindBidirectional(viewModel.filterProperty());
    filter.addEventFilter(KeyEvent.KEY_PRESSED, this::leaveFilter);
    severity.getItems().setAll(RulebookViewModel.severities());
    severity.setText(each -> word("severity", each));
    severity.valueProperty().bindBidirectional(viewModel.severityProperty());
    profile.getItems().setAll(RulebookViewModel.profiles());
    profile.setText(each -> word("profile", each));
    profile.valueProperty().bindBidirectional(viewModel.profileProperty());
    count.textProperty().bind(viewModel.countProperty());
    table.show(viewModel.rows());
    table.setPlaceholder(nothing());
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    table.getSelectionModel().getSelectedItems().subscribe(this::sayWhatIsCopied);
    sayWhatIsCopied();
  }

  private static String word(String family, Optional<? extends Enum<?>> choice) {
    return Texts.text("rulebook." + family + "." + choice.map(Enum::name).orElse("any"));
  }

  private void sayWhatIsCopied() {
    boolean none = table.getSelectionModel().getSelectedItems().isEmpty();
    copy.setText(Texts.text(none ? "rulebook.copy.all" : "rulebook.copy.chosen"));
  }

  private VBox nothing() {
    Link clear = new Link(Texts.text("rulebook.clear"));
    clear.setId("clear-rules");
    clear.setOnAction(e -> onClear());
    HBox words = new HBox(new Label(Texts.text("rulebook.nothing")));
    words.getStyleClass().add("empty-words");
    VBox box = new VBox(new Icon("filter", 20), words, clear);
    box.getStyleClass().add("empty-state");
    return box;
  }

  private void onClear() {
    viewModel.clear();
    filter.requestFocus();
  }

  private void leaveFilter(KeyEvent event) {
    if (Shortcut.CLEAR.matches(event) && !filter.getText().isEmpty()) {
      filter.clear();
      event.consume();
    } else if (Shortcut.ENTER_LIST.matches(event) && !table.getItems().isEmpty()) {
      table.requestFocus();
      table.getSelectionModel().clearAndSelect(0);
      event.consume();
    }
  }

  private void onKey(KeyEvent event) {
    if (Shortcut.COPY.matches(event)) {
      onCopy();
      event.consume();
    }
  }

  @FXML
  private void onCopy() {
    String text = viewModel.copy(table.getSelectionModel().getSelectedItems());
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    copy.setText(Texts.text("rulebook.copied"));
  }
}
