/** The page of the rules, with the documents they come from. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.rulebook;
