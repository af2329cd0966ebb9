/** The one place that sees everything: starts the program, chooses a cloud, wires the screens. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.app;
