/** Step review: What will be made. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.create.review;
