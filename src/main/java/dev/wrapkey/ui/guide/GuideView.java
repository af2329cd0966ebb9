package dev.wrapkey.ui.guide;

import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.keyboard.Shortcut;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The guide as it stands beside the pages. */
public final class GuideView {

  private final GuideViewModel viewModel;
  private final Runnable close;

  @FXML private VBox root;
  @FXML private Button back;
  @FXML private TextField query;
  @FXML private ScrollPane scroll;

  /**
   * @param close takes it away
   */
  public GuideView(GuideViewModel viewModel, Runnable close) {
    this.viewModel = viewModel;
    this.close = close;
  }

  /** Its nodes. */
  public Parent load() {
    return Views.load("guide", this);
  }

  @FXML
  private void initialize() {
    back.disableProperty().bind(viewModel.returnableProperty().map(may -> !may));
    query.textProperty().bindBidirectional(viewModel.queryProperty());
    viewModel.pageProperty().subscribe(page -> show());
    viewModel.hitsProperty().subscribe(hits -> show());
    query.addEventFilter(KeyEvent.KEY_PRESSED, this::inQuery);
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
  }

  /** Puts the focus where the arrow keys turn the page. */
  void focus() {
    scroll.requestFocus();
  }

  private void show() {
    scroll.setContent(viewModel.queryProperty().get().isBlank() ? page() : found());
    scroll.setVvalue(0);
  }

  private Node page() {
    return new PageNodes(new Leads(viewModel.pageProperty().get(), viewModel::has, viewModel::open))
        .body();
  }

  private Node found() {
    List<Hit> hits = viewModel.hitsProperty().get();
    Label count =
        new Label(
            hits.isEmpty() ? Texts.text("guide.none") : Texts.text("guide.found", hits.size()));
    count.getStyleClass().add("secondary");
    VBox list = new VBox(count);
    list.getStyleClass().add("guide-body");
    hits.forEach(hit -> list.getChildren().add(hit(hit)));
    return list;
  }

  private VBox hit(Hit hit) {
    Link link = new Link(hit.page().title());
    link.setOnAction(e -> viewModel.open(hit.page().path()));
    Label around = new Label(hit.around());
    around.getStyleClass().add("secondary");
    around.setMinHeight(Region.USE_PREF_SIZE);
    return new VBox(link, around);
  }

  private void inQuery(KeyEvent event) {
    if (Shortcut.CLEAR.matches(event) && !query.getText().isEmpty()) {
      query.clear();
      event.consume();
    } else if (Shortcut.TAKE_FIRST.matches(event)) {
      viewModel.hitsProperty().get().stream()
          .findFirst()
          .ifPresent(hit -> viewModel.open(hit.page().path()));
      event.consume();
    }
  }

  private void onKey(KeyEvent event) {
    if (Shortcut.CLOSE.matches(event)) {
      event.consume();
      close.run();
    }
  }

  @FXML
  private void onBack() {
    viewModel.back();
  }

  @FXML
  private void onContents() {
    viewModel.openContents();
  }

  @FXML
  private void onClose() {
    close.run();
  }
}
