package dev.wrapkey.ui.control;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.view.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.Skin;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * A drop-down over a list that may still be on its way: says so while it loads, why if it failed,
 * and what it means if it is empty. Rows that cannot be chosen say why. Typing letters selects the
 * first row that fits.
 */
public final class Picker<T> extends ComboBox<T> {

  private static final PseudoClass LOADING = PseudoClass.getPseudoClass("loading");
  private static final PseudoClass UNSET = PseudoClass.getPseudoClass("unset");
  private static final double ARROW = 32;

  // The toolkit measures the width of every row otherwise; ours are as wide as the box.
  private static final String MEASURED_ROWS = "comboBoxRowsToMeasureWidth";

  private final ObjectProperty<@Nullable Listing<T>> listing =
      new SimpleObjectProperty<>(this, "listing");
  private final ObjectProperty<Function<? super T, Optional<String>>> refusal =
      new SimpleObjectProperty<>(this, "refusal", item -> Optional.empty());
  private final ObjectProperty<Function<? super T, String>> detail =
      new SimpleObjectProperty<>(this, "detail", item -> "");
  private Consumer<? super T> onRow = item -> {};
  private final StringProperty loadingText =
      new SimpleStringProperty(this, "loadingText", Texts.text("control.loading"));
  private final StringProperty emptyText =
      new SimpleStringProperty(this, "emptyText", Texts.text("control.empty"));
  private final ReadOnlyStringWrapper failureText =
      new ReadOnlyStringWrapper(this, "failureText", "");
  private final Spinner spinner = new Spinner();
  private final PickerPlaceholder placeholder = new PickerPlaceholder(this);
  private Subscription following = Subscription.EMPTY;
  private String restingPrompt = "";

  public Picker() {
    getStyleClass().add("picker");
    setMaxWidth(Double.MAX_VALUE);
    setVisibleRowCount(12);
    getProperties().put(MEASURED_ROWS, 1);
    setSelectionModel(new RefusingSelection<>(this));
    setCellFactory(list -> new PickerCell<>(this));
    setPlaceholder(placeholder);
    spinner.setManaged(false);
    spinner.setVisible(false);
    spinner.setMouseTransparent(true);
    new TypeAhead<>(this).install();
    listing.subscribe(this::follow);
    new PickerHeight(this).watch();
    valueProperty().subscribe(value -> pseudoClassStateChanged(UNSET, value == null));
  }

  /** How an item is written, without a converter of one's own. */
  public void setText(Function<? super T, String> text) {
    setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable T item) {
            return item == null ? "" : text.apply(item);
          }

          @Override
          public @Nullable T fromString(String written) {
            return getItems().stream()
                .filter(each -> text.apply(each).equals(written))
                .findFirst()
                .orElse(null);
          }
        });
  }

  String textOf(@Nullable T item) {
    if (item == null) {
      return "";
    }
    return getConverter() == null ? item.toString() : getConverter().toString(item);
  }

  Optional<String> refusalOf(T item) {
    return refusal.get().apply(item);
  }

  String detailOf(T item) {
    return detail.get().apply(item);
  }

  /** Is told of every row that comes into sight while the list is open. */
  public void setOnRow(Consumer<? super T> seen) {
    onRow = seen;
  }

  void rowSeen(T item) {
    if (isShowing()) {
      onRow.accept(item);
    }
  }

  /** Writes the open list's rows anew, where what stands in them has changed. */
  public void refresh() {
    if (isShowing()
        && getSkin() instanceof ComboBoxListViewSkin<?> skin
        && skin.getPopupContent() instanceof ListView<?> rows) {
      rows.refresh();
    }
  }

  private void follow(@Nullable Listing<T> newListing) {
    following.unsubscribe();
    following = Subscription.EMPTY;
    if (newListing != null) {
      setItems(newListing.items());
      following = newListing.stateProperty().subscribe(state -> show(state));
    } else if (getItems() == null) {
      setItems(FXCollections.observableArrayList());
    }
  }

  private void show(Listing.State state) {
    boolean loading = state == Listing.State.LOADING;
    boolean was = spinner.isVisible();
    if (loading && !was) {
      restingPrompt = Optional.ofNullable(getPromptText()).orElse("");
      setPromptText(loadingText.get());
    } else if (!loading && was) {
      setPromptText(restingPrompt);
    }
    spinner.setVisible(loading);
    pseudoClassStateChanged(LOADING, loading);
    Optional<Listing<T>> source = Optional.ofNullable(listing.get());
    placeholder.show(state, source);
    failureText.set(source.map(each -> each.failureProperty().get()).map(this::words).orElse(""));
  }

  /** Fetches the rows anew. */
  void reload() {
    Optional.ofNullable(listing.get()).ifPresent(Listing::reload);
  }

  private String words(CloudFailure failure) {
    return Texts.text("control.failed") + " " + failure.details();
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    Skin<?> skin = super.createDefaultSkin();
    getChildren().add(spinner);
    return skin;
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    for (Node child : getChildren()) {
      if (child == spinner) {
        double side = spinner.prefWidth(-1);
        spinner.resizeRelocate(getWidth() - ARROW - side, (getHeight() - side) / 2, side, side);
      }
    }
  }

  public ObjectProperty<@Nullable Listing<T>> listingProperty() {
    return listing;
  }

  public @Nullable Listing<T> getListing() {
    return listing.get();
  }

  /** Where the rows come from, with its states. Without one, set plain items. */
  public void setListing(@Nullable Listing<T> newListing) {
    listing.set(newListing);
  }

  public ObjectProperty<Function<? super T, Optional<String>>> refusalProperty() {
    return refusal;
  }

  /** Why a row cannot be chosen; empty if it can. */
  public void setRefusal(Function<? super T, Optional<String>> newRefusal) {
    refusal.set(newRefusal);
  }

  /** Grey words at the right of a row in the list. */
  public void setDetail(Function<? super T, String> newDetail) {
    detail.set(newDetail);
  }

  /** Why the list could not be loaded; empty otherwise. A {@link Field} shows it by itself. */
  public ReadOnlyStringProperty failureTextProperty() {
    return failureText.getReadOnlyProperty();
  }

  public StringProperty loadingTextProperty() {
    return loadingText;
  }

  public String getLoadingText() {
    return loadingText.get();
  }

  public void setLoadingText(String text) {
    loadingText.set(text);
  }

  public StringProperty emptyTextProperty() {
    return emptyText;
  }

  public String getEmptyText() {
    return emptyText.get();
  }

  public void setEmptyText(String text) {
    emptyText.set(text);
  }
}
