/** Forms for something new in the cloud: where it shall be, how far its making is. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.form;
