package dev.wrapkey.ui.key;

import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.Spinner;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.view.Texts;
import javafx.beans.InvalidationListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/**
 * How far a long list is, with the way to stop it; and that it is not whole after that. The portal
 * says "No available items" meanwhile.
 */
public final class ListingNote extends HBox {

  private final Spinner spinner = new Spinner();
  private final Label words = new Label();
  private final Link action = new Link();

  public ListingNote() {
    super(8);
    setAlignment(Pos.CENTER_LEFT);
    action.setMinWidth(USE_PREF_SIZE);
    getChildren().setAll(spinner, words, action);
    Shown.now(this, false);
  }

  /** Tells about a listing from now on. */
  void follow(Listing<?> listing, ObservableList<?> offered) {
    InvalidationListener tell = o -> tell(listing, offered.size());
    listing.items().addListener(tell);
    listing.stateProperty().addListener(tell);
    tell(listing, offered.size());
  }

  private void tell(Listing<?> listing, int offered) {
    int read = listing.items().size();
    boolean loading = listing.stateProperty().get() == Listing.State.LOADING;
    boolean stopped = listing.stateProperty().get() == Listing.State.IDLE && read > 0;
    Shown.now(this, loading || stopped);
    Shown.now(spinner, loading);
    words.setText(Texts.text(loading ? "key.reading" : "key.stopped", read, offered));
    action.setText(Texts.text(loading ? "key.reading.stop" : "key.stopped.again"));
    action.setOnAction(
        e -> {
          if (loading) {
            listing.stop();
          } else {
            listing.reload();
          }
        });
  }
}
