package dev.wrapkey.simulator.world;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a vault's data plane does with keys as a whole: list, read, make, change. Every call passes
 * the {@link KeyGate} and leaves a line in the audit log, refused ones too.
 */
public final class KeyStores {

  private final World world;
  private final KeyShelf shelf;
  private final KeyDesk desk;
  private final KeySafe safe;

  public KeyStores(World world, KeyGate gate, KeySafe safe, AuditLog audit, Ids ids) {
    this.world = world;
    this.safe = safe;
    this.shelf = new KeyShelf(world, safe, ids);
    this.desk = new KeyDesk(gate, audit);
  }

  /** Encrypting, signing and the like. */
  public KeyUses uses() {
    return new KeyUses(world, shelf, desk, safe);
  }

  /** Deletion, recovery and purge. */
  public DeletedKeys deleted() {
    return new DeletedKeys(world, shelf, desk);
  }

  /** Backup and restore. */
  public KeyCopies copies() {
    return new KeyCopies(world, shelf, desk, safe);
  }

  /** Import of keys that come encrypted. */
  public KeyTransfer transfer() {
    return new KeyTransfer(world, shelf, desk, safe);
  }

  /** Rotation policies. */
  public RotationPolicies policies() {
    return new RotationPolicies(world, shelf, desk);
  }

  /** Destroys all keys of a vault that is purged. */
  public void destroyAll(Vault vault) {
    shelf.allDeleted(vault).forEach(d -> shelf.destroy(d.key()));
    shelf.all(vault).forEach(shelf::destroy);
  }

  public List<Key> list(KeyCall call) {
    return desk.serve(KeyAction.LIST, call, () -> shelf.all(call.vault()));
  }

  /** A key with all its versions. */
  public Key versions(KeyCall call) {
    return desk.serve(KeyAction.LIST, call, () -> shelf.key(call.vault(), call.name()));
  }

  public FoundKey get(KeyCall call) {
    return desk.serve(KeyAction.GET, call, () -> shelf.find(call));
  }

  /**
   * Makes a key, or a new version where the name is taken, as Key Vault does.
   *
   * @throws Refusal 409 while the name belongs to a deleted key
   */
  public FoundKey create(KeyCall call, KeyOrder order) {
    return desk.serve(KeyAction.CREATE, call, () -> add(call, order, null));
  }

  /** Like {@link #create}, with a key pair made elsewhere. */
  public FoundKey importKey(KeyCall call, KeyOrder order, KeySafe.Given given) {
    return desk.serve(KeyAction.IMPORT, call, () -> add(call, order, given));
  }

  private FoundKey add(KeyCall call, KeyOrder order, KeySafe.@Nullable Given given) {
    return shelf.add(call.vault(), call.name(), order, given);
  }

  /** Makes a new version of the same kind as the newest. */
  public FoundKey rotate(KeyCall call) {
    return desk.serve(
        KeyAction.ROTATE,
        call,
        () -> {
          Key after = shelf.next(shelf.key(call.vault(), call.name()), world.now());
          return new FoundKey(after, after.newest());
        });
  }

  /** Changes the attributes of a version; the caller gives the whole of them. */
  public FoundKey update(KeyCall call, UnaryOperator<Key.Version> change) {
    return desk.serve(
        KeyAction.UPDATE,
        call,
        () -> {
          FoundKey found = shelf.find(call);
          Key.Version stamped = change.apply(found.version()).updatedAt(world.now());
          Key after = found.key().replacing(stamped);
          shelf.put(after);
          return new FoundKey(after, stamped);
        });
  }

  /** For the control plane: makes a key unless there is one, without the vault's gate. */
  public FoundKey createOnce(Vault vault, String name, KeyOrder order) {
    return shelf
        .look(vault, name)
        .map(k -> new FoundKey(k, k.newest()))
        .orElseGet(() -> shelf.add(vault, name, order, null));
  }

  /** For the control plane: a key without the vault's gate. */
  public FoundKey peek(Vault vault, String name) {
    Key key = shelf.key(vault, name);
    return new FoundKey(key, key.newest());
  }

  /** All keys of a vault, for the control plane. */
  public Map<String, Key> peekAll(Vault vault) {
    Map<String, Key> found = new java.util.TreeMap<>();
    shelf.all(vault).forEach(k -> found.put(k.name(), k));
    return found;
  }
}
