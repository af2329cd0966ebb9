/** The rules, held against the portal specification. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.rules;
