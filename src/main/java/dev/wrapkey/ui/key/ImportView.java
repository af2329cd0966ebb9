package dev.wrapkey.ui.key;

import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Field;
import dev.wrapkey.ui.control.Reveal;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.key.ImportViewModel.Way;
import dev.wrapkey.ui.view.Texts;
import java.io.File;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.stage.FileChooser;

/** Screen of the form for a new key. */
public final class ImportView {

  private final ImportViewModel viewModel;

  @FXML private Node root;
  @FXML private RadioButton generate;
  @FXML private RadioButton bring;
  @FXML private RadioButton restore;
  @FXML private Field nameField;
  @FXML private TextField name;
  @FXML private Field fileField;
  @FXML private TextField file;
  @FXML private Field passwordField;
  @FXML private PasswordField password;
  @FXML private TextField openPassword;
  @FXML private CheckBox showPassword;
  @FXML private Field entryField;
  @FXML private ComboBox<String> entry;
  @FXML private Field sizeField;
  @FXML private ComboBox<Integer> size;
  @FXML private CheckBox hardware;
  @FXML private Field activatesField;
  @FXML private TextField activates;
  @FXML private Field expiresField;
  @FXML private TextField expires;
  @FXML private CheckBox enabled;
  @FXML private Callout refusal;
  @FXML private AccessBox access;
  @FXML private Button submit;
  @FXML private Button cancel;
  @FXML private Node progress;
  @FXML private Label progressText;

  public ImportView(ImportViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    Shown.when(root, viewModel.openProperty());
    viewModel.wayProperty().subscribe(this::show);
    size.getItems().setAll(KeyDraft.SIZES);
    size.valueProperty().bindBidirectional(viewModel.draft().sizeProperty());
    bind(nameField, name, viewModel.draft().name());
    nameField.hintProperty().bind(viewModel.nameHintProperty());
    bind(fileField, file, viewModel.file());
    bind(passwordField, password, viewModel.password());
    openPassword.textProperty().bindBidirectional(viewModel.password().text());
    Shown.when(openPassword, showPassword.selectedProperty());
    Shown.when(password, showPassword.selectedProperty().not());
    bind(activatesField, activates, viewModel.draft().activates());
    bind(expiresField, expires, viewModel.draft().expires());
    entry.setItems(viewModel.entries());
    entry.valueProperty().bindBidirectional(viewModel.entry().text());
    entryField.problemProperty().bind(viewModel.entry().problem());
    Shown.when(entryField, Bindings.isNotEmpty(viewModel.entries()));
    hardware.selectedProperty().bindBidirectional(viewModel.draft().hardwareProperty());
    enabled.selectedProperty().bindBidirectional(viewModel.draft().enabledProperty());
    refusal.textProperty().bind(viewModel.refusalProperty());
    Shown.when(refusal, viewModel.refusalProperty().isNotEmpty());
    viewModel.refusalProperty().subscribe(() -> Reveal.end(submit));
    access.follow(viewModel.access(), "new-key", viewModel::grantSelf);
    viewModel.openProperty().subscribe(this::begin);
    Shown.when(progress, viewModel.busyProperty());
    submit.disableProperty().bind(viewModel.busyProperty());
  }

  private static void bind(Field field, TextInputControl control, Entry with) {
    control.textProperty().bindBidirectional(with.text());
    field.problemProperty().bind(with.problem());
  }

  private void begin(boolean open) {
    if (open) {
      name.requestFocus();
      Reveal.end(submit);
    }
  }

  private void show(Way way) {
    (switch (way) {
          case GENERATE -> generate;
          case IMPORT -> bring;
          case RESTORE -> restore;
        })
        .setSelected(true);
    Shown.now(nameField, way != Way.RESTORE);
    Shown.now(fileField, way != Way.GENERATE);
    Shown.now(passwordField, way == Way.IMPORT);
    for (Node one : new Node[] {sizeField, activatesField, expiresField, enabled}) {
      Shown.now(one, way == Way.GENERATE);
    }
    Shown.when(
        hardware,
        viewModel.hardwareOfferedProperty().map(offered -> offered && way != Way.RESTORE));
    String word = way.name().toLowerCase(java.util.Locale.ROOT);
    submit.setText(Texts.text("key.new.do." + word));
    progressText.setText(Texts.text("key.new.doing." + word));
  }

  @FXML
  private void onWay() {
    viewModel
        .wayProperty()
        .set(generate.isSelected() ? Way.GENERATE : bring.isSelected() ? Way.IMPORT : Way.RESTORE);
  }

  @FXML
  private void onBrowse() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Texts.text("key.new.file"));
    Optional.ofNullable(chooser.showOpenDialog(root.getScene().getWindow()))
        .map(File::getPath)
        .ifPresent(viewModel.file().text()::set);
  }

  @FXML
  private void onSubmit() {
    viewModel.submit();
  }

  @FXML
  private void onCancel() {
    if (viewModel.busyProperty().get()) {
      viewModel.cancel();
    } else {
      viewModel.close();
    }
  }
}
