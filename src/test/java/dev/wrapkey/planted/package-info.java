/**
 * Code that breaks the design on purpose: the packages mirror those of the program, every class
 * breaks one rule, those called Innocent break none. See {@code dev.wrapkey.architecture}.
 */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.planted;
