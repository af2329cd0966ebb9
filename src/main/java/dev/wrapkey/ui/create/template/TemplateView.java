package dev.wrapkey.ui.create.template;

import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.CopyButton;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.create.template.TemplateViewModel.Tab;
import dev.wrapkey.ui.view.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;

/** Screen of the page template. */
public final class TemplateView {

  private final TemplateViewModel viewModel;
  private final boolean whole;
  private final Map<Tab, ToggleButton> buttons = new LinkedHashMap<>();

  @FXML private Node head;
  @FXML private FlowPane tabStrip;
  @FXML private TextArea content;
  @FXML private CopyButton copy;
  @FXML private TextField command;
  @FXML private CopyButton copyCommand;
  @FXML private Button download;
  @FXML private Callout saved;
  @FXML private Callout failed;

  private TemplateView(TemplateViewModel viewModel, boolean whole) {
    this.viewModel = viewModel;
    this.whole = whole;
  }

  /** A page of its own. */
  public static TemplateView page(TemplateViewModel viewModel) {
    return new TemplateView(viewModel, true);
  }

  /** A part of a page that has a title already. */
  public static TemplateView part(TemplateViewModel viewModel) {
    return new TemplateView(viewModel, false);
  }

  @FXML
  private void initialize() {
    Shown.now(head, whole);
    viewModel.tabs().forEach(this::add);
    viewModel.currentProperty().subscribe(this::show);
    saved.textProperty().bind(viewModel.newsProperty());
    failed.textProperty().bind(viewModel.newsProperty());
    Shown.when(failed, viewModel.failedProperty());
    Shown.when(saved, viewModel.newsProperty().isNotEmpty().and(viewModel.failedProperty().not()));
  }

  @FXML
  private void onDownload() {
    viewModel.download();
  }

  private void add(Tab tab) {
    ToggleButton button = new ToggleButton(viewModel.name(tab));
    button.setId("template-" + tab.file().replace('.', '-'));
    button.getStyleClass().setAll("tab");
    button.setOnAction(e -> viewModel.currentProperty().set(tab));
    buttons.put(tab, button);
    tabStrip.getChildren().add(button);
  }

  private void show(Tab tab) {
    buttons.forEach((each, button) -> button.setSelected(each.equals(tab)));
    content.setText(tab.text());
    content.setAccessibleText(Texts.text("template.content", viewModel.name(tab)));
    content.setScrollTop(0);
    copy.setContent(tab.isThere() ? tab.text() : "");
    command.setText(viewModel.command(tab));
    copyCommand.setContent(tab.isThere() ? viewModel.command(tab) : "");
    download.setDisable(!tab.isThere());
  }
}
