/** How a view comes to its FXML and to its words. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.view;
