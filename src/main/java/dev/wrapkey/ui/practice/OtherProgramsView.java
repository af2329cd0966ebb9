package dev.wrapkey.ui.practice;

import dev.wrapkey.ui.control.CopyButton;
import dev.wrapkey.ui.control.Field;
import dev.wrapkey.ui.control.Identifier;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.practice.OtherPrograms.State;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The part of the practice page that opens it to other programs. */
public final class OtherProgramsView {

  private final OtherPrograms viewModel;

  @FXML private StatusLabel state;
  @FXML private Field portField;
  @FXML private TextField port;
  @FXML private Button open;
  @FXML private Button close;
  @FXML private Node way;
  @FXML private Identifier address;
  @FXML private Identifier certificate;
  @FXML private Identifier signIn;
  @FXML private ComboBox<Recipe> shell;
  @FXML private TextArea commands;
  @FXML private CopyButton copy;
  @FXML private Button clear;
  @FXML private TableView<PracticeGateway.Request> requests;

  public OtherProgramsView(OtherPrograms viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    port.textProperty().bindBidirectional(viewModel.portProperty());
    portField.problemProperty().bind(viewModel.problemProperty());
    copy.contentProperty().bind(commands.textProperty());
    shell.setConverter(new Names());
    shell
        .valueProperty()
        .subscribe(chosen -> commands.setText(chosen == null ? "" : chosen.lines()));
    viewModel.stateProperty().subscribe(this::show);
    viewModel.accessProperty().subscribe(this::show);
    requests.setItems(viewModel.requests());
    requests.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    clear.disableProperty().bind(javafx.beans.binding.Bindings.isEmpty(viewModel.requests()));
    column("practice.request.at", 140, each -> Moments.utc(each.at()));
    column("practice.request.what", 240, each -> Deed.of(each).what());
    column("practice.request.name", 170, each -> Deed.of(each).name());
    column("practice.request.status", 60, each -> String.valueOf(each.status()));
    column("practice.request.line", 420, each -> line(each));
  }

  private static String line(PracticeGateway.Request request) {
    return request.method() + " " + request.host() + request.path();
  }

  private void column(String key, double width, Function<PracticeGateway.Request, String> text) {
    TableColumn<PracticeGateway.Request, String> column = new TableColumn<>(Texts.text(key));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    column.setCellFactory(each -> new Cell());
    requests.getColumns().add(column);
  }

  private void show(State now) {
    state.setKind(
        switch (now) {
          case CLOSED -> StatusLabel.Kind.NONE;
          case OPENING, CLOSING -> StatusLabel.Kind.BUSY;
          case OPEN -> StatusLabel.Kind.OK;
        });
    state.setText(
        switch (now) {
          case CLOSED -> Texts.text("practice.state.closed");
          case OPENING -> Texts.text("practice.state.opening");
          case OPEN -> Texts.text("practice.state.open");
          case CLOSING -> Texts.text("practice.state.closing");
        });
    portField.setDisable(now != State.CLOSED);
    open.setDisable(now != State.CLOSED);
    close.setDisable(now != State.OPEN);
    Shown.now(open, now == State.CLOSED || now == State.OPENING);
    Shown.now(close, now == State.OPEN || now == State.CLOSING);
    requests.setPlaceholder(
        new Label(
            Texts.text(now == State.OPEN ? "practice.requests.none" : "practice.requests.closed")));
  }

  private void show(Optional<PracticeGateway.Access> access) {
    Shown.now(way, access.isPresent());
    access.ifPresent(
        open -> {
          address.setText(open.address());
          certificate.setText(open.certificate().toString());
          signIn.setText(open.signIn().toString());
          shell.setItems(FXCollections.observableArrayList(Recipe.of(open)));
          shell.getSelectionModel().selectFirst();
        });
  }

  @FXML
  private void onOpen() {
    viewModel.open();
  }

  @FXML
  private void onClose() {
    viewModel.close();
  }

  @FXML
  private void onClear() {
    viewModel.clear();
  }

  /** Text that is whole in its tooltip. */
  private static final class Cell extends TableCell<PracticeGateway.Request, String> {

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
      super.updateItem(text, empty);
      boolean some = !empty && text != null && !text.isEmpty();
      setText(some ? text : "");
      setTooltip(some ? new Tooltip(text) : null);
    }
  }

  private static final class Names extends StringConverter<Recipe> {

    @Override
    public String toString(@Nullable Recipe recipe) {
      return recipe == null ? "" : recipe.name();
    }

    @Override
    public @Nullable Recipe fromString(String name) {
      return null;
    }
  }
}
