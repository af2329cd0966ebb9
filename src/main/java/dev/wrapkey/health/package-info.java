/** Key health: every server that the account sees, its keys, and what will break when. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.health;
