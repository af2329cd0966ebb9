/** Step tags: Names and values for billing and search. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.create.tags;
