/** Tables whose cells say what they mean by sign and words, and sort by what they mean. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.table;
