/** Files that hold keys: what people bring to a key vault, read by content and never by name. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.keyfile;
