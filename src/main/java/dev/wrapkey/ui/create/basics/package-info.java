/** Step basics: Project, server, authentication. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.create.basics;
