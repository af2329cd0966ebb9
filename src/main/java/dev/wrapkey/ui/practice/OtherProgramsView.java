package dev.wrapkey.ui.practice;

import dev.wrapkey.ui.control.CopyButton;
import dev.wrapkey.ui.control.Field;
import dev.wrapkey.ui.control.Identifier;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.practice.OtherPrograms.State;
import dev.wrapkey.ui.view.Texts;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
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
  @FXML private RequestTable requests;

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
