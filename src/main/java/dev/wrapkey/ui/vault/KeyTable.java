package dev.wrapkey.ui.vault;

/** The keys of a store. */
public final class KeyTable extends RowTable<KeyRow> {

  public KeyTable() {
    link("vault.key.name", 160, KeyRow::name);
    observe("vault.key.type", 116, KeyRow::type);
    status("vault.key.state", 130, KeyRow::state);
    observe("vault.key.version", 128, KeyRow::version);
    words("vault.key.created", 104, KeyRow::created);
    status("vault.key.expires", 120, KeyRow::expires);
    observe("vault.key.rotation", 132, KeyRow::rotation);
  }
}
