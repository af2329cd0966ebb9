package dev.wrapkey.ui.guide;

import dev.wrapkey.ui.control.PaneHost;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/**
 * The place of the guide beside the pages: it stands there while a person works on, and a pane that
 * keeps the focus lets it go there.
 */
public final class GuideShelf {

  /** The guide, once it was opened: nobody waits for it when the program starts. */
  private record Book(GuideViewModel guide, GuideView view, Parent nodes) {}

  private final HBox row;
  private final PaneHost host;
  private @Nullable Book made;
  private @Nullable Node focusBefore;

  /**
   * @param row where it is put, after the pages
   * @param host the pages
   */
  public GuideShelf(HBox row, PaneHost host) {
    this.row = row;
    this.host = host;
  }

  /** Opens the guide at the page for what is on the screen; closes it if that is read already. */
  public void turn() {
    String topic = topic();
    if (isRead(topic)) {
      close();
    } else {
      open(topic);
    }
  }

  /** Opens the guide at a page. */
  public void open(String topic) {
    Book book = book();
    if (!isOpen()) {
      focusBefore = owner().orElse(null);
      row.getChildren().add(book.nodes());
    }
    book.guide().openTopic(topic);
    book.view().focus();
  }

  /** Takes the guide away; the focus goes back to where it was. */
  public void close() {
    if (isOpen()) {
      row.getChildren().remove(book().nodes());
      Node before = focusBefore;
      (before == null || before.getScene() == null ? host : before).requestFocus();
    }
  }

  /** The page for what is on the screen: of the pane on top, else of the page below. */
  String topic() {
    Node here = host.top().<Node>map(pane -> pane).orElse(host);
    Node owner = isOpen() && isInside(owner()) ? focusBefore : owner().orElse(null);
    return Topics.of(here, owner).or(() -> Topics.of(host, null)).orElse(Topics.CONTENTS);
  }

  private boolean isRead(String topic) {
    return isOpen()
        && isInside(owner())
        && book().guide().pageProperty().get().path().equals("guide/" + topic + ".md");
  }

  private boolean isOpen() {
    return made != null && row.getChildren().contains(made.nodes());
  }

  private boolean isInside(Optional<Node> owner) {
    for (Node each = owner.orElse(null); each != null; each = each.getParent()) {
      if (made != null && each == made.nodes()) {
        return true;
      }
    }
    return false;
  }

  private Optional<Node> owner() {
    return Optional.ofNullable(row.getScene()).map(scene -> scene.getFocusOwner());
  }

  private Book book() {
    Book book = made;
    if (book == null) {
      GuideViewModel guide = new GuideViewModel(new Guide());
      GuideView view = new GuideView(guide, this::close);
      book = new Book(guide, view, view.load());
      host.spare(book.nodes());
      made = book;
    }
    return book;
  }
}
