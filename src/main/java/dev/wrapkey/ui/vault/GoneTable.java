package dev.wrapkey.ui.vault;

import dev.wrapkey.provisioning.DeletedStore;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.time.Instant;
import java.util.Optional;

/** Deleted key stores; to open one is to recover it. */
public final class GoneTable extends RowTable<DeletedStore> {

  public GoneTable() {
    link("vault.key.name", 220, store -> Texts.text("vault.gone.recover", store.name()));
    words("vault.deleted.when", 160, store -> moment(store.deleted()));
    words("vault.deleted.until", 200, store -> moment(store.purges()));
    words("vault.gone.protection", 180, GoneTable::purge);
  }

  private static String purge(DeletedStore store) {
    return Texts.text(store.purgeProtected() ? "vault.gone.protected" : "vault.gone.open");
  }

  private static String moment(Optional<Instant> told) {
    return told.map(Moments::moment).orElse(Texts.text("vault.untold"));
  }
}
