/** Plans in files: kept for another day, another person or the command line. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.export.plan;
