package dev.wrapkey.ui.create;

import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.TabDot;
import dev.wrapkey.ui.control.WithAside;
import dev.wrapkey.ui.view.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The wizard's frame: tab strip, the open step, footer. */
public final class CreateView {

  private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");

  /**
   * What a wizard says of itself.
   *
   * @param title key of its title
   * @param banner key of what stands above its tabs
   */
  public record Words(String title, String banner) {

    /** The wizard that creates servers. */
    public static final Words CREATE = new Words("create.title", "create.banner");
  }

  private final CreateViewModel viewModel;
  private final Words words;
  private final List<Node> screens;
  private final WithAside.Aside cost;
  private final Node beside;
  private final Map<String, ToggleButton> tabs = new HashMap<>();

  @FXML private Label title;
  @FXML private Callout banner;
  @FXML private HBox tabStrip;
  @FXML private HBox footer;
  @FXML private WithAside middle;
  @FXML private ScrollPane body;
  @FXML private Button review;
  @FXML private Button create;
  @FXML private Button previous;
  @FXML private Button next;

  /**
   * @param viewModel the wizard
   * @param words its title and banner
   * @param screens the steps' nodes, in the order of the steps
   * @param cost the card beside every step
   * @param beside stands at the end of the footer
   */
  public CreateView(
      CreateViewModel viewModel,
      Words words,
      List<Node> screens,
      WithAside.Aside cost,
      Node beside) {
    this.words = words;
    this.cost = cost;
    this.viewModel = viewModel;
    this.screens = screens;
    this.beside = beside;
  }

  @FXML
  private void initialize() {
    title.setText(Texts.text(words.title()));
    banner.setText(Texts.text(words.banner()));
    middle.setAside(cost);
    viewModel.stepIds().forEach(this::addTab);
    HBox.setHgrow(beside, Priority.ALWAYS);
    footer.getChildren().add(beside);
    viewModel.currentProperty().subscribe(index -> show(index.intValue()));
    viewModel.troubledProperty().subscribe(this::markTabs);
    viewModel.troubledProperty().addListener((o, was, is) -> markTabs());
    create.disableProperty().bind(viewModel.completeProperty().map(ok -> !ok));
  }

  @FXML
  private void onReview() {
    viewModel.review();
  }

  @FXML
  private void onCreate() {
    viewModel.create();
  }

  @FXML
  private void onPrevious() {
    viewModel.previous();
  }

  @FXML
  private void onNext() {
    viewModel.next();
  }

  @FXML
  private void onClose() {
    viewModel.close();
  }

  private void addTab(String id) {
    ToggleButton tab = new ToggleButton(Texts.text("create.tab." + id));
    tab.setId("tab-" + id);
    tab.getStyleClass().setAll("tab");
    tab.setGraphic(new TabDot());
    tab.setOnAction(e -> viewModel.open(id));
    tabs.put(id, tab);
    tabStrip.getChildren().add(tab);
  }

  private void show(int index) {
    String id = viewModel.stepIds().get(index);
    tabs.forEach((tabId, tab) -> tab.setSelected(tabId.equals(id)));
    body.setContent(screens.get(index));
    body.setVvalue(0);
    tabs.values().stream().filter(ToggleButton::isSelected).forEach(ToggleButton::requestFocus);
    boolean last = viewModel.isLast();
    Shown.now(create, last);
    Shown.now(review, !last);
    Shown.now(next, !last);
    Shown.now(previous, index > 0);
    if (!last) {
      next.setText(
          Texts.text(
              "create.next", Texts.text("create.tab." + viewModel.stepIds().get(index + 1))));
    }
  }

  private void markTabs() {
    tabs.forEach(
        (id, tab) -> {
          boolean problem = viewModel.troubledProperty().contains(id);
          tab.pseudoClassStateChanged(PROBLEM, problem);
          tab.setAccessibleText(
              problem ? Texts.text("create.tab.problem", tab.getText()) : tab.getText());
        });
  }
}
