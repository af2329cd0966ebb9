/** Page template: the plan in the languages of other programs. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.create.template;
