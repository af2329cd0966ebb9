/** The pane in which a person picks a key: store, key, version. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.key;
