package dev.wrapkey.ui.inside;

import dev.wrapkey.encryption.StoredKey;
import dev.wrapkey.ui.view.Texts;

/** The data keys of a volume as they are stored. */
public final class DataKeyTable extends ChoiceTable<StoredKey> {

  public DataKeyTable() {
    words("inside.data.key", 92, Names::dataKey);
    words("inside.data.first", 104, DataKeyTable::firstPage);
    identifiers("inside.data.id", 84, key -> Names.shortened(key.id()), StoredKey::id);
    identifiers(
        "inside.data.wrapped",
        170,
        key -> Names.key(key.wrapped().keyVersion()),
        key -> key.wrapped().keyVersion());
    words("inside.data.algorithm", 100, key -> key.wrapped().algorithm());
    words("inside.data.at", 132, Names::wrappedAt);
    words("inside.data.seals", 114, key -> Texts.text("inside.number", key.seals()));
  }

  private static String firstPage(StoredKey key) {
    return key.segment().isPresent() ? Texts.text("inside.number", key.firstPage()) : "";
  }
}
