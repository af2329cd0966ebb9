package dev.wrapkey.simulator.world;

import java.util.List;

/** Backup and restore of keys, within one subscription and geography as documented. */
public final class KeyCopies {

  private final World world;
  private final KeyShelf shelf;
  private final KeyDesk desk;
  private final KeySafe safe;

  KeyCopies(World world, KeyShelf shelf, KeyDesk desk, KeySafe safe) {
    this.world = world;
    this.shelf = shelf;
    this.desk = desk;
    this.safe = safe;
  }

  public KeyCopy backup(KeyCall call) {
    return desk.serve(
        KeyAction.BACKUP,
        call,
        () -> {
          Key key = shelf.key(call.vault(), call.name());
          List<KeySafe.Material> materials = key.versions().stream().map(safe::copy).toList();
          return new KeyCopy(subscription(call), geography(call), key, materials);
        });
  }

  /**
   * Puts a key into the vault that the call names, under its old name and with its old versions.
   *
   * @throws Refusal 409 if the name is taken, 400 if the backup is from elsewhere
   */
  public FoundKey restore(KeyCall call, KeyCopy copy) {
    return desk.serve(
        KeyAction.RESTORE,
        call,
        () -> {
          if (!copy.subscription().equalsIgnoreCase(subscription(call))
              || !copy.geography().equals(geography(call))) {
            throw KeyRefusals.badBackup();
          }
          Key key = new Key(call.vault().host(), copy.key().name(), copy.key().versions());
          boolean taken =
              shelf.look(call.vault(), key.name()).isPresent()
                  || shelf.deleted(call.vault(), key.name()).isPresent();
          if (taken) {
            throw KeyRefusals.restoreConflict(key.uri(key.newest()));
          }
          copy.materials().forEach(safe::putBack);
          shelf.put(key);
          return new FoundKey(key, key.newest());
        });
  }

  private static String subscription(KeyCall call) {
    return call.vault().id().subscription();
  }

  private String geography(KeyCall call) {
    return world
        .regions()
        .find(call.vault().region())
        .map(Region::geography)
        .orElse(call.vault().region());
  }
}
