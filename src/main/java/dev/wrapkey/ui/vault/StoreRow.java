package dev.wrapkey.ui.vault;

import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.rules.RegionNames;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.view.Texts;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One store as the list shows it.
 *
 * @param store the store
 * @param subscription the name of its subscription
 */
public record StoreRow(KeyStore store, String subscription) {

  String name() {
    return store.name();
  }

  String kind() {
    return Texts.text("vault.kind." + store.kind());
  }

  String region() {
    return RegionNames.display(store.region());
  }

  String permissions() {
    if (store.kind() == KeyStore.Kind.MANAGED_HSM) {
      return Texts.text("vault.permissions.local");
    }
    return Texts.text(store.rbac() ? "vault.permissions.rbac" : "vault.permissions.policies");
  }

  /** Soft delete and purge protection. */
  Said protection() {
    KeyStore.Protection guard = store.protection();
    if (!guard.softDelete()) {
      return new Said(StatusLabel.Kind.ERROR, Texts.text("vault.protection.none"));
    }
    return guard.purge()
        ? new Said(StatusLabel.Kind.OK, Texts.text("vault.protection.full", guard.retentionDays()))
        : new Said(
            StatusLabel.Kind.WARNING, Texts.text("vault.protection.soft", guard.retentionDays()));
  }

  Said network() {
    StatusLabel.Kind kind =
        switch (store.network()) {
          case SELECTED, PRIVATE -> StatusLabel.Kind.WARNING;
          case ALL, SELECTED_AND_TRUSTED, PRIVATE_AND_TRUSTED -> StatusLabel.Kind.NONE;
        };
    return new Said(kind, Texts.text("vault.network." + store.network()));
  }

  boolean matches(String words) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    return Stream.of(
            name(),
            kind(),
            subscription,
            region(),
            permissions(),
            protection().text(),
            network().text())
        .anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(wanted));
  }
}
