/** Tests of rehearsals, played through the port as the documents say and as they do not. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.rehearsal;
