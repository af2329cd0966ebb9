/** What the steps of a wizard share, and nothing that belongs to one of them. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.wizard;
