/** The cost card beside the wizard. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.create.cost;
