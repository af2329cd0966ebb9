/** Tables as files: comma-separated values for spreadsheets, HTML for people. */
@NullMarked
package dev.wrapkey.report;

import org.jspecify.annotations.NullMarked;
