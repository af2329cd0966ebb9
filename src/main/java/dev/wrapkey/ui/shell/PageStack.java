package dev.wrapkey.ui.shell;

import dev.wrapkey.ui.navigation.Navigator;
import dev.wrapkey.ui.navigation.Page;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The pages that lie on one another, home at the bottom. */
public final class PageStack implements Navigator {

  private final ObservableList<Page> pages = FXCollections.observableArrayList();
  private final ObservableList<Page> readOnly = FXCollections.unmodifiableObservableList(pages);

  @Override
  public void open(Page page) {
    if (mayLeave()) {
      put(page);
    }
  }

  private void put(Page page) {
    pages.add(page);
    page.entered().run();
  }

  @Override
  public void replace(Page page) {
    if (pages.isEmpty()) {
      put(page);
    } else if (mayLeave()) {
      pages.set(pages.size() - 1, page);
      page.entered().run();
    }
  }

  @Override
  public void show(Page page) {
    int place = pages.indexOf(page);
    if (place < 0) {
      open(page);
    } else {
      backTo(place);
    }
  }

  @Override
  public void back() {
    backTo(pages.size() - 2);
  }

  @Override
  public void home() {
    backTo(0);
  }

  /** Has home read again what it shows, if it is the present page. */
  public void refreshHome() {
    if (pages.size() == 1) {
      pages.getFirst().entered().run();
    }
  }

  /** Has the present page read again what it shows. */
  public void refresh() {
    if (!pages.isEmpty()) {
      pages.getLast().entered().run();
    }
  }

  /** Whether a page of this name is the present one. */
  public boolean isOnTop(String crumb) {
    return !pages.isEmpty() && pages.getLast().crumb().equals(crumb);
  }

  /**
   * Goes back to the page at a place of {@link #pages}; the present or a missing place changes
   * nothing.
   */
  void backTo(int place) {
    if (place >= 0 && place < pages.size() - 1 && mayLeaveDownTo(place)) {
      pages.setAll(List.copyOf(pages.subList(0, place + 1)));
      pages.getLast().entered().run();
    }
  }

  /** Whether every page can be left: to be asked before the window closes. */
  public boolean mayClose() {
    return mayLeaveDownTo(-1);
  }

  private boolean mayLeave() {
    return pages.isEmpty() || pages.getLast().mayLeave().getAsBoolean();
  }

  private boolean mayLeaveDownTo(int place) {
    return pages.subList(place + 1, pages.size()).reversed().stream()
        .allMatch(page -> page.mayLeave().getAsBoolean());
  }

  /** From home to the present page, for reading. */
  ObservableList<Page> pages() {
    return readOnly;
  }
}
