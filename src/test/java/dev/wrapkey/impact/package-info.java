/** Tests of what is said before something is broken. */
package dev.wrapkey.impact;
