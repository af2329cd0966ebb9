package dev.wrapkey.encryption;

/** Where plain pages come from; asked by several threads if it is asked for many. */
@FunctionalInterface
interface PageSource {

  /** The plain bytes of a page, which stay as they are until the same lane asks again. */
  Span page(Lanes.Lane lane, long page);
}
