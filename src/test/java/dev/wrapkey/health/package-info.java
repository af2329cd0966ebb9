/** Key health against the practice cloud. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.health;
