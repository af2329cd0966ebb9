/** The served practice cloud, killed again and again while it works. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.crash;
