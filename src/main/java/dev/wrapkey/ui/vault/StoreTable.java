package dev.wrapkey.ui.vault;

/** The table of stores. */
public final class StoreTable extends RowTable<StoreRow> {

  public StoreTable() {
    link("vault.column.name", 134, StoreRow::name);
    words("vault.column.kind", 94, StoreRow::kind);
    words("vault.column.subscription", 152, StoreRow::subscription);
    words("vault.column.region", 96, StoreRow::region);
    words("vault.column.permissions", 110, StoreRow::permissions);
    status("vault.column.protection", 186, StoreRow::protection);
    status("vault.column.network", 140, StoreRow::network);
  }
}
