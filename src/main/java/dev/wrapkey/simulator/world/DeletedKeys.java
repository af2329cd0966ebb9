package dev.wrapkey.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
        KeyAction.DELETE, call, () -> remove(call.vault(), shelf.key(call.vault(), call.name())));
  }

  /** Deletes without asking anybody. */
  DeletedKey remove(Vault vault, Key key) {
    Instant now = world.now();
    Vault.Protection protection = vault.protection();
    DeletedKey deleted =
        new DeletedKey(
            key, now, world.pace().keyDeletion(), now.plus(Duration.ofDays(protection.days())));
    if (protection.softDelete()) {
      String place = World.keyOf(key.host(), key.name());
      world.keys().remove(place);
      world.deletedKeys().put(place, deleted);
    } else {
      shelf.destroy(key);
    }
    return deleted;
  }

  /**
   * Recovers without asking anybody.
   *
   * @return whether there was something to recover
   */
  boolean bringBack(String host, String name) {
    Optional<DeletedKey> deleted = world.vaultAt(host).flatMap(v -> shelf.deleted(v, name));
    deleted.ifPresent(this::bringBack);
    return deleted.isPresent();
  }

  private void bringBack(DeletedKey deleted) {
    world.deletedKeys().remove(World.keyOf(deleted.key().host(), deleted.key().name()));
    shelf.put(deleted.key());
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
          DeletedKey deleted = find(call);
          bringBack(deleted);
          Key key = deleted.key();
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
