package dev.wrapkey.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Soft delete of keys. A deleted key cannot be used and its name cannot be given anew; it is
 * destroyed when someone purges it or its retention has passed.
 */
public final class DeletedKeys {

  private final World world;
  private final KeyShelf shelf;
  private final KeyDesk desk;

  DeletedKeys(World world, KeyShelf shelf, KeyDesk desk) {
    this.world = world;
    this.shelf = shelf;
    this.desk = desk;
  }

  /** Deletes a key with all its versions; without soft delete that is the end of it. */
  public DeletedKey delete(KeyCall call) {
    return desk.serve(
        KeyAction.DELETE,
        call,
        () -> {
          Key key = shelf.key(call.vault(), call.name());
          Instant now = world.now();
          Vault.Protection protection = call.vault().protection();
          DeletedKey deleted =
              new DeletedKey(
                  key,
                  now,
                  world.pace().keyDeletion(),
                  now.plus(Duration.ofDays(protection.days())));
          if (protection.softDelete()) {
            String place = World.keyOf(key.host(), key.name());
            world.keys().remove(place);
            world.deletedKeys().put(place, deleted);
          } else {
            shelf.destroy(key);
          }
          return deleted;
        });
  }

  public List<DeletedKey> list(KeyCall call) {
    return desk.serve(
        KeyAction.LIST_DELETED,
        call,
        () -> shelf.allDeleted(call.vault()).stream().filter(this::isSettled).toList());
  }

  public DeletedKey get(KeyCall call) {
    return desk.serve(KeyAction.GET_DELETED, call, () -> find(call));
  }

  /** Brings a key back with all its versions. */
  public FoundKey recover(KeyCall call) {
    return desk.serve(
        KeyAction.RECOVER,
        call,
        () -> {
          if (shelf.look(call.vault(), call.name()).isPresent()) {
            throw KeyRefusals.notDeleted(call.name());
          }
          requireSettled(call);
          Key key = find(call).key();
          world.deletedKeys().remove(World.keyOf(key.host(), key.name()));
          shelf.put(key);
          return new FoundKey(key, key.newest());
        });
  }

  /**
   * Destroys a deleted key.
   *
   * @throws Refusal 403 if the vault has purge protection
   */
  public DeletedKey purge(KeyCall call) {
    return desk.serve(
        KeyAction.PURGE,
        call,
        () -> {
          if (shelf.look(call.vault(), call.name()).isPresent()) {
            throw KeyRefusals.notDeleted(call.name());
          }
          requireSettled(call);
          DeletedKey deleted = find(call);
          if (call.vault().protection().purge()) {
            throw KeyRefusals.purgeProtected();
          }
          shelf.destroy(deleted.key());
          return deleted;
        });
  }

  private void requireSettled(KeyCall call) {
    if (shelf.deleted(call.vault(), call.name()).filter(d -> !isSettled(d)).isPresent()) {
      throw KeyRefusals.stillBeingDeleted(call.name());
    }
  }

  private DeletedKey find(KeyCall call) {
    return shelf
        .deleted(call.vault(), call.name())
        .filter(this::isSettled)
        .orElseThrow(() -> KeyRefusals.deletedNotFound(call.name()));
  }

  private boolean isSettled(DeletedKey deleted) {
    return !world.now().isBefore(deleted.settles());
  }
}
