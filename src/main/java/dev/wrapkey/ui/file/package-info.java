/** Asking a person for files and folders. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.file;
