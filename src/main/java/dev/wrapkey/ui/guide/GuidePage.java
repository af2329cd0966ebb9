package dev.wrapkey.ui.guide;

import org.commonmark.node.Node;

/**
 * A page of the guide, or a document behind it.
 *
 * @param path below {@code docs}, for example {@code guide/record.md}
 * @param title its first heading
 * @param document what stands on it
 * @param words the same without marks, to search in
 */
record GuidePage(String path, String title, Node document, String words) {

  /**
   * The path of what a link on this page leads to.
   *
   * @param link as it is written, relative to this page; what follows {@code #} does not count
   */
  String resolve(String link) {
    String target = link.contains("#") ? link.substring(0, link.indexOf('#')) : link;
    return target.isEmpty() ? path : java.net.URI.create(path).resolve(target).getPath();
  }
}
