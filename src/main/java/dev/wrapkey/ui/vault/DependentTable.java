package dev.wrapkey.ui.vault;

import dev.wrapkey.rules.KeyImpact.Dependent;

/** The servers that need a key, and what becomes of them. */
public final class DependentTable extends RowTable<Dependent> {

  public DependentTable() {
    words("impact.column.server", 96, each -> each.user().name());
    words("impact.column.use", 188, ImpactWords::purpose);
    status("impact.column.state", 118, ImpactWords::state);
    status("impact.column.fate", 140, ImpactWords::fate);
  }
}
