/** Background work for view models: start, cancel, late answers dropped. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.task;
