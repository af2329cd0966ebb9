package dev.wrapkey.ui.guide;

import dev.wrapkey.ui.control.Link;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Where the links of a page lead: to another page, to a public page outside, or, if what they name
 * was not shipped, nowhere.
 *
 * @param page the page they stand on
 * @param has whether there is a page at a path
 * @param open opens the page at a path
 */
record Leads(GuidePage page, Predicate<String> has, Consumer<String> open) {

  boolean somewhere(String destination) {
    return isPublic(destination) || has.test(page.resolve(destination));
  }

  void set(Link link, String destination) {
    if (isPublic(destination)) {
      link.setHref(destination);
    } else {
      link.setOnAction(e -> open.accept(page.resolve(destination)));
    }
  }

  private static boolean isPublic(String destination) {
    return destination.startsWith("https://");
  }
}
