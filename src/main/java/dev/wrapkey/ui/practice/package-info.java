/** What a person sees and steers of the practice cloud. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.practice;
