package dev.wrapkey.ui.control;

import dev.wrapkey.ui.view.Texts;
import javafx.beans.DefaultProperty;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A pane that slides in from the right over the page. Shown and closed by its {@link PaneHost}. */
@DefaultProperty("body")
public final class SidePane extends VBox {

  private static final double WIDTH = 585;

  private final StringProperty title = new SimpleStringProperty(this, "title", "");
  private final StringProperty subtitle = new SimpleStringProperty(this, "subtitle", "");
  private final ObjectProperty<@Nullable Node> body = new SimpleObjectProperty<>(this, "body");
  private final ObjectProperty<Runnable> onClosed =
      new SimpleObjectProperty<>(this, "onClosed", () -> {});
  private final ScrollPane scroll = new ScrollPane();
  private final HBox footer = new HBox();

  public SidePane() {
    getStyleClass().add("side-pane");
    setAccessibleRole(AccessibleRole.DIALOG);
    accessibleTextProperty().bind(title);
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("side-pane-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    body.subscribe(this::place);
    footer.getStyleClass().add("footer");
    getChildren().setAll(header(), scroll, footer);
  }

  private HBox header() {
    Label name = new Label();
    name.textProperty().bind(title);
    name.getStyleClass().add("page-title");
    name.setWrapText(true);
    Label under = new Label();
    under.textProperty().bind(subtitle);
    under.getStyleClass().add("page-subtitle");
    under.visibleProperty().bind(subtitle.isNotEmpty());
    under.managedProperty().bind(under.visibleProperty());
    VBox words = new VBox(name, under);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox header = new HBox(words, closeButton());
    header.setAlignment(Pos.TOP_LEFT);
    header.getStyleClass().add("side-pane-header");
    return header;
  }

  private Button closeButton() {
    Button close = new Button();
    close.setId("close-pane");
    close.getStyleClass().setAll("icon-button");
    close.setGraphic(new Icon("close"));
    close.setAccessibleText(Texts.text("control.close"));
    close.setTooltip(new Tooltip(Texts.text("control.close")));
    close.setMinWidth(USE_PREF_SIZE);
    close.setOnAction(e -> close());
    return close;
  }

  private void place(@Nullable Node content) {
    scroll.setContent(content);
    if (content instanceof Region region && !region.getStyleClass().contains("side-pane-body")) {
      region.getStyleClass().add("side-pane-body");
    }
  }

  /** Adds the primary button to the footer: it acts and takes the pane away. */
  public void addAction(String id, String text, ObservableBooleanValue ready, Runnable action) {
    Button button = new Button(text);
    button.setId(id);
    if (footer.getChildren().isEmpty()) {
      button.getStyleClass().add("primary");
    }
    button.disableProperty().bind(Bindings.not(ready));
    button.setOnAction(
        e -> {
          action.run();
          close();
        });
    footer.getChildren().add(button);
  }

  /** Takes the pane away, if it is being shown. */
  public void close() {
    PaneHost.around(this).ifPresent(host -> host.close(this));
  }

  /** The first thing to focus: within the body, else the pane's buttons. */
  Node firstFocus() {
    return FocusWalk.first(scroll)
        .or(() -> FocusWalk.first(footer))
        .or(() -> FocusWalk.first(this))
        .orElse(this);
  }

  public StringProperty titleProperty() {
    return title;
  }

  public String getTitle() {
    return title.get();
  }

  public void setTitle(String text) {
    title.set(text);
  }

  public StringProperty subtitleProperty() {
    return subtitle;
  }

  public String getSubtitle() {
    return subtitle.get();
  }

  public void setSubtitle(String text) {
    subtitle.set(text);
  }

  public ObjectProperty<@Nullable Node> bodyProperty() {
    return body;
  }

  public @Nullable Node getBody() {
    return body.get();
  }

  public void setBody(@Nullable Node content) {
    body.set(content);
  }

  /** The buttons at the bottom; the first one is the primary one. */
  public ObservableList<Node> getFooter() {
    return footer.getChildren();
  }

  public ObjectProperty<Runnable> onClosedProperty() {
    return onClosed;
  }

  public Runnable getOnClosed() {
    return onClosed.get();
  }

  /** Told when the pane has gone, however it went. */
  public void setOnClosed(Runnable action) {
    onClosed.set(action);
  }
}
