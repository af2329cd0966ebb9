/** Step security: Who owns the key. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.create.security;
