/**
 * The design as tests. Every rule is also held against planted code that breaks it, and must bite.
 */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.architecture;
