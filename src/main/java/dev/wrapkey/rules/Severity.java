package dev.wrapkey.rules;

/** How much a rule weighs (portal specification, chapter 6). */
public enum Severity {
  /** Azure refuses what breaks it. */
  MUST,
  /** A recommendation; Azure goes on without it. */
  SHOULD,
  /** Something that cannot be had, or that cannot be changed later. */
  LIMIT,
  /** How the service behaves; nothing to obey. */
  FACT
}
