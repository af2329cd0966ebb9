package dev.wrapkey.ui.vault;

import dev.wrapkey.provisioning.DeletedKey;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;

/** What is to be said of a key that is not there any more. */
final class Ending {

  private Ending() {}

  /** Empty for a key that lives. */
  static String words(KeyState state, KeyStore store) {
    return switch (state) {
      case KeyState.Living _ -> "";
      case KeyState.Deleted(DeletedKey key) -> until(key) + "\n" + purge(store);
      case KeyState.Hidden _ -> Texts.text("keypage.hidden") + "\n" + Need.DELETED.right(store);
      case KeyState.Gone _ -> Texts.text("keypage.gone");
    };
  }

  private static String until(DeletedKey key) {
    return key.purges()
        .map(end -> Texts.text("keypage.deleted.until", Moments.moment(end)))
        .orElse(Texts.text("keypage.deleted.untold"));
  }

  private static String purge(KeyStore store) {
    return Texts.text(store.protection().purge() ? "keypage.purge.guarded" : "keypage.purge.open");
  }
}
