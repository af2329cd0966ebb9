/**
 * The record: every change that Wrapkey asks a cloud for, written down before it is asked for and
 * after it is answered, in a file whose lines are chained.
 */
@NullMarked
package dev.wrapkey.record;

import org.jspecify.annotations.NullMarked;
