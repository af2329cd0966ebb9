/** Situations that a person can play through in the practice cloud, and whether they got out. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.rehearsal;
