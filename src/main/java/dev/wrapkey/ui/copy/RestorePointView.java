package dev.wrapkey.ui.copy;

import dev.wrapkey.provisioning.Backup;
import dev.wrapkey.ui.control.Field;
import dev.wrapkey.ui.control.Picker;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.copy.RestorePointViewModel.Kind;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.DateCell;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.util.converter.LocalDateStringConverter;
import org.jspecify.annotations.Nullable;

/** The part of the first tab that says to which moment a server is restored. */
public final class RestorePointView {

  private final RestorePointViewModel viewModel;

  @FXML private Label earliest;
  @FXML private RadioButton latest;
  @FXML private RadioButton custom;
  @FXML private RadioButton fast;
  @FXML private Field customField;
  @FXML private DatePicker date;
  @FXML private TextField time;
  @FXML private Node fastField;
  @FXML private Picker<Backup> backup;

  RestorePointView(RestorePointViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    earliest.setText(viewModel.earliest());
    Map<Kind, RadioButton> radios =
        Map.of(Kind.LATEST, latest, Kind.CUSTOM, custom, Kind.FAST, fast);
    radios.forEach((kind, radio) -> radio.setOnAction(e -> viewModel.kindProperty().set(kind)));
    viewModel
        .kindProperty()
        .subscribe(now -> radios.forEach((kind, radio) -> radio.setSelected(kind == now)));
    Shown.when(customField, viewModel.kindProperty().isEqualTo(Kind.CUSTOM));
    Shown.when(fastField, viewModel.kindProperty().isEqualTo(Kind.FAST));
    date.setConverter(new LocalDateStringConverter(DateTimeFormatter.ISO_LOCAL_DATE, null));
    date.setDayCellFactory(_ -> new Day());
    date.valueProperty().bindBidirectional(viewModel.dateProperty());
    time.textProperty().bindBidirectional(viewModel.time().valueProperty());
    customField
        .problemProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    viewModel.time().problemProperty().get().isEmpty()
                        ? viewModel.problemProperty().get()
                        : viewModel.time().problemProperty().get(),
                viewModel.problemProperty(),
                viewModel.time().problemProperty()));
    backup.setListing(viewModel.backups());
    backup.setText(RestorePointView::words);
    backup.valueProperty().bindBidirectional(viewModel.backupProperty());
  }

  /** A day of the calendar; without restore points it cannot be chosen. */
  private final class Day extends DateCell {

    @Override
    public void updateItem(@Nullable LocalDate day, boolean empty) {
      super.updateItem(day, empty);
      setDisable(empty || day == null || !viewModel.hasPoints(day));
    }
  }

  private static String words(Backup backup) {
    return Texts.text("copy.backup", Moments.utc(backup.completed()), backup.type());
  }
}
