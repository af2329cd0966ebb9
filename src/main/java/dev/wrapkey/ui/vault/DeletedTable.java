package dev.wrapkey.ui.vault;

import dev.wrapkey.provisioning.DeletedKey;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.time.Instant;
import java.util.Optional;

/** The deleted keys of a store. */
public final class DeletedTable extends RowTable<DeletedKey> {

  public DeletedTable() {
    link("vault.key.name", 160, key -> key.id().key());
    words("vault.deleted.when", 160, key -> moment(key.deleted()));
    words("vault.deleted.until", 240, key -> moment(key.purges()));
  }

  private static String moment(Optional<Instant> told) {
    return told.map(Moments::moment).orElse(Texts.text("vault.untold"));
  }
}
