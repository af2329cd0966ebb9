/**
 * A plan in the languages of other programs: templates, scripts and configurations that make the
 * same server.
 */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.export;
