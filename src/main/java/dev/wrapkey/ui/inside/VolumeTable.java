package dev.wrapkey.ui.inside;

import dev.wrapkey.encryption.Inspector;
import dev.wrapkey.ui.view.Texts;

/** The volumes of a server. */
public final class VolumeTable extends ChoiceTable<Inspector.Content> {

  static final int PAGE = 8192;

  public VolumeTable() {
    words("inside.volume.kind", 260, volume -> Names.volume(volume.kind()));
    words("inside.volume.pages", 80, volume -> number(volume.facts().pages()));
    words("inside.volume.size", 100, VolumeTable::size);
    words("inside.volume.keys", 90, volume -> number(volume.facts().keys().size()));
    identifiers(
        "inside.data.wrapped",
        200,
        volume -> Names.key(volume.facts().wrapped().keyVersion()),
        volume -> volume.facts().wrapped().keyVersion());
  }

  static String size(Inspector.Content volume) {
    return Texts.text(
        "inside.volume.size.value", (double) volume.facts().pages() * PAGE / (1 << 20));
  }

  private static String number(long count) {
    return Texts.text("inside.number", count);
  }
}
