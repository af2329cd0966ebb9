package dev.wrapkey.ui.vault;

import dev.wrapkey.provisioning.RotationPolicy.From;
import dev.wrapkey.ui.control.Field;
import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.control.SidePane;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Screen of a rotation policy. */
public final class PolicyView {

  private final PolicyViewModel viewModel;
  private final SidePane side;

  @FXML private Field expiryField;
  @FXML private TextField expiry;
  @FXML private ComboBox<Length.Unit> expiryUnit;
  @FXML private CheckBox rotates;
  @FXML private Field fromField;
  @FXML private ComboBox<From> from;
  @FXML private Field rotationField;
  @FXML private TextField rotation;
  @FXML private ComboBox<Length.Unit> rotationUnit;
  @FXML private CheckBox notifies;
  @FXML private Field noticeField;
  @FXML private TextField notice;
  @FXML private ComboBox<Length.Unit> noticeUnit;
  @FXML private Label next;

  private PolicyView(PolicyViewModel viewModel, SidePane side) {
    this.viewModel = viewModel;
    this.side = side;
  }

  /** Slides the pane in. */
  static void open(PaneHost host, PolicyViewModel viewModel, String key) {
    SidePane side = new SidePane();
    PolicyView view = new PolicyView(viewModel, side);
    side.setTitle(Texts.text("policy.title"));
    side.setSubtitle(key);
    side.setBody(Views.load("policy", view));
    Button save = new Button(Texts.text("policy.save"));
    save.setId("policy-save");
    save.getStyleClass().add("primary");
    save.setOnAction(e -> view.onSave());
    side.getFooter().add(save);
    host.show(side);
  }

  @FXML
  private void initialize() {
    bind(expiryField, expiry, expiryUnit, viewModel.expiry());
    bind(rotationField, rotation, rotationUnit, viewModel.rotation());
    bind(noticeField, notice, noticeUnit, viewModel.notice());
    from.getItems().setAll(viewModel.froms());
    from.setConverter(new Words<>(value -> Texts.text("policy.from." + value)));
    from.valueProperty().bindBidirectional(viewModel.fromProperty());
    rotates.selectedProperty().bindBidirectional(viewModel.rotatesProperty());
    notifies.selectedProperty().bindBidirectional(viewModel.notifiesProperty());
    fromField.disableProperty().bind(rotates.selectedProperty().not());
    rotationField.disableProperty().bind(rotates.selectedProperty().not());
    noticeField.disableProperty().bind(notifies.selectedProperty().not());
    next.textProperty().bind(viewModel.nextProperty());
  }

  private static void bind(
      Field field, TextField number, ComboBox<Length.Unit> unit, PolicyViewModel.Span span) {
    number.textProperty().bindBidirectional(span.numberProperty());
    unit.getItems().setAll(Length.Unit.values());
    unit.setConverter(new Words<>(value -> Texts.text("policy.unit." + value)));
    unit.valueProperty().bindBidirectional(span.unitProperty());
    unit.setAccessibleText(Texts.text("policy.unit.of", field.getLabel()));
    field.problemProperty().bind(span.problemProperty());
  }

  @FXML
  private void onSave() {
    if (viewModel.submit()) {
      side.close();
    }
  }

  /** The words of an enum's values. */
  private static final class Words<E extends Enum<E>> extends StringConverter<E> {

    private final Function<E, String> words;

    Words(Function<E, String> words) {
      this.words = words;
    }

    @Override
    public String toString(@Nullable E value) {
      return value == null ? "" : words.apply(value);
    }

    @Override
    public E fromString(String text) {
      throw new UnsupportedOperationException("chosen, never typed");
    }
  }
}
