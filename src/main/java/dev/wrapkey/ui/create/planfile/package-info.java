/** Saving the wizard's plan to a file, and opening one. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.create.planfile;
