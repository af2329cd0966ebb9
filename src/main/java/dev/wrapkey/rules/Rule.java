package dev.wrapkey.rules;

/**
 * One rule of Azure's and where it is written down.
 *
 * @param id the name in the portal specification, for example {@code CMK-3}
 * @param severity how much it weighs
 * @param source the document that says so, or "inferred" where none was found
 * @param date the document's date, ISO 8601, as precise as it is known; empty if it has none
 */
public record Rule(String id, Severity severity, String source, String date) {}
