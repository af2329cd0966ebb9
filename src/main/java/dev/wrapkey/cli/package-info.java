/** The command line: reads what the person asks for and hands it to the program. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.cli;
