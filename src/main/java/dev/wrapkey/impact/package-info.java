/** Before you break it: asks the cloud what depends on what, and answers in words. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.impact;
