package dev.wrapkey.ui.vault;

/** The table of stores. */
public final class StoreTable extends RowTable<StoreRow> {

  public StoreTable() {
    link("vault.column.name", 140, StoreRow::name);
    words("vault.column.kind", 94, StoreRow::kind);
    words("vault.column.subscription", 142, StoreRow::subscription);
    words("vault.column.region", 96, StoreRow::region);
    words("vault.column.permissions", 118, StoreRow::permissions);
    status("vault.column.protection", 176, StoreRow::protection);
    status("vault.column.network", 150, StoreRow::network);
  }
}
