/**
 * Identity and key together, as the Security tab and the Data encryption blade both ask for them.
 */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.choice;
