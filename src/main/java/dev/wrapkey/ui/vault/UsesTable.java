package dev.wrapkey.ui.vault;

import dev.wrapkey.rules.KeyImpact.Dependent;
import dev.wrapkey.ui.view.Texts;

/** The servers that use a key; each row leads to the guided rotation of its server. */
public final class UsesTable extends RowTable<Dependent> {

  public UsesTable() {
    words("impact.column.server", 150, each -> each.user().name());
    words("impact.column.use", 260, ImpactWords::purpose);
    status("impact.column.state", 130, ImpactWords::state);
    words("impact.column.status", 110, each -> each.use().status().orElse("–"));
    link("impact.column.rotation", 110, each -> Texts.text("keypage.users.rotate"));
  }
}
