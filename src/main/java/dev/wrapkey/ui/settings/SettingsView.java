package dev.wrapkey.ui.settings;

import dev.wrapkey.ui.control.Identifier;
import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.control.Picker;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.view.Texts;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** How a person likes the program, and where it keeps its things. */
public final class SettingsView {

  private final SettingsViewModel viewModel;

  @FXML private Picker<Preferences.Appearance> appearance;
  @FXML private Picker<Preferences.Language> language;
  @FXML private Node languageNote;
  @FXML private Picker<Preferences.Motion> motion;
  @FXML private CheckBox updates;
  @FXML private Label updatesAbout;
  @FXML private Node askRow;
  @FXML private Button ask;
  @FXML private StatusLabel answer;
  @FXML private Link page;
  @FXML private GridPane places;
  @FXML private Label tokens;

  public SettingsView(SettingsViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    Preferences preferences = viewModel.preferences();
    appearance.setText(each -> Texts.text("settings.appearance." + each.name()));
    choose(appearance, preferences.appearanceProperty(), Preferences.Appearance.values());
    language.setText(each -> Texts.text("settings.language." + each.name()));
    choose(language, preferences.languageProperty(), Preferences.Language.values());
    motion.setText(each -> Texts.text("settings.motion." + each.name()));
    choose(motion, preferences.motionProperty(), Preferences.Motion.values());
    Shown.now(languageNote, false);
    preferences
        .languageProperty()
        .subscribe((was, chosen) -> Shown.now(languageNote, true)); // it had another one
    updates.selectedProperty().bindBidirectional(preferences.updatesProperty());
    updates.setDisable(!viewModel.canAsk());
    updatesAbout.setText(viewModel.updateWords());
    ask.disableProperty().bind(viewModel.askingProperty());
    Shown.now(askRow, viewModel.canAsk());
    viewModel.askingProperty().subscribe(this::showAnswer);
    viewModel.answerProperty().subscribe(this::showAnswer);
    showAnswer();
    viewModel.places().forEach(this::add);
    tokens.textProperty().bind(viewModel.tokensProperty());
  }

  private static <T> void choose(Picker<T> picker, ObjectProperty<T> property, T[] all) {
    picker.getItems().setAll(all);
    picker.valueProperty().bindBidirectional(property);
  }

  private void add(SettingsViewModel.Place place) {
    Label name = new Label(place.name());
    name.getStyleClass().add("review-label");
    Identifier folder = new Identifier(place.folder().toString());
    HBox.setHgrow(folder, Priority.ALWAYS);
    Link open = new Link(Texts.text("settings.places.open"));
    open.setId("open-" + place.id());
    open.setAccessibleText(open.getText() + " " + place.name());
    open.setMinWidth(Label.USE_PREF_SIZE);
    open.setOnAction(e -> viewModel.open(place));
    places.addRow(places.getRowCount(), name, folder, open);
  }

  private void showAnswer() {
    Optional<Updates.Answer> told = viewModel.answerProperty().get();
    boolean asking = viewModel.askingProperty().get();
    Shown.now(answer, asking || told.isPresent());
    answer.setKind(kind(asking, told));
    answer.setText(
        asking
            ? Texts.text("settings.updates.asking")
            : told.map(SettingsViewModel::words).orElse(""));
    Optional<String> where = told.flatMap(SettingsViewModel::page).map(Object::toString);
    Shown.now(page, where.isPresent());
    where.ifPresent(page::setHref);
  }

  private static StatusLabel.Kind kind(boolean asking, Optional<Updates.Answer> told) {
    if (asking) {
      return StatusLabel.Kind.BUSY;
    }
    return told.map(
            answer ->
                switch (answer) {
                  case Updates.Newer _ -> StatusLabel.Kind.INFO;
                  case Updates.Newest _ -> StatusLabel.Kind.OK;
                  case Updates.Unknown _ -> StatusLabel.Kind.WARNING;
                })
        .orElse(StatusLabel.Kind.NONE);
  }

  @FXML
  private void onAsk() {
    viewModel.ask();
  }
}
