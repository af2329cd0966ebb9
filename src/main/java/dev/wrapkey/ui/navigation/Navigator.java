package dev.wrapkey.ui.navigation;

/**
 * The way from page to page. Pages lie on one another; the breadcrumb shows them from home to the
 * present one. Nobody goes anywhere while the present page wants to keep the person ({@link
 * Page#mayLeave}).
 */
public interface Navigator {

  /** Goes to a page, from the present one. */
  void open(Page page);

  /** Goes to a page, back to it if it lies below the present one. */
  void show(Page page);

  /** Goes to a page in place of the present one, to which there is no way back. */
  void replace(Page page);

  /** Goes back to the page before; home stays where it is. */
  void back();

  /** Goes back to the first page. */
  void home();
}
