package dev.wrapkey.simulator.rest;

import dev.wrapkey.simulator.world.DeletedKey;
import dev.wrapkey.simulator.world.DeletedKeys;
import dev.wrapkey.simulator.world.KeyCopies;
import dev.wrapkey.simulator.world.Vault;
import java.util.List;

/** Deletion, recovery and purge of keys, backup and restore. */
final class DeletedKeyHandler {

  private static final String DELETED = "/deletedkeys/{key}";

  private final KeyCalls calls;
  private final DeletedKeys deleted;
  private final KeyCopies copies;
  private final BackupBlob blobs;
  private final KeyJson json;

  DeletedKeyHandler(
      KeyCalls calls, DeletedKeys deleted, KeyCopies copies, BackupBlob blobs, KeyJson json) {
    this.calls = calls;
    this.deleted = deleted;
    this.copies = copies;
    this.blobs = blobs;
    this.json = json;
  }

  List<Route> routes() {
    return List.of(
        new Route("DELETE", KeyCalls.KEY, "", this::delete),
        new Route("GET", "/deletedkeys", "", this::list),
        new Route("GET", DELETED, "", this::get),
        new Route("DELETE", DELETED, "", this::purge),
        new Route("POST", DELETED + "/recover", "", this::recover),
        new Route("POST", KeyCalls.KEY + "/backup", "", this::backup),
        new Route("POST", "/keys/restore", "", this::restore));
  }

  private WireAnswer delete(Call call) {
    return bundle(call, deleted.delete(calls.of(call)));
  }

  private WireAnswer get(Call call) {
    return bundle(call, deleted.get(calls.of(call)));
  }

  private WireAnswer bundle(Call call, DeletedKey key) {
    return WireAnswer.ok(json.deletedBundle(call, calls.vault(call), key));
  }

  private WireAnswer list(Call call) {
    Vault vault = calls.vault(call);
    List<DeletedKey> found = deleted.list(calls.of(call));
    return KeyCalls.page(call, found, d -> KeyJson.deletedItem(call, vault, d));
  }

  private WireAnswer purge(Call call) {
    deleted.purge(calls.of(call));
    return WireAnswer.empty(204);
  }

  private WireAnswer recover(Call call) {
    return WireAnswer.ok(json.bundle(call, calls.vault(call), deleted.recover(calls.of(call))));
  }

  private WireAnswer backup(Call call) {
    return WireAnswer.ok(Tree.of("value", blobs.write(copies.backup(calls.of(call)))));
  }

  private WireAnswer restore(Call call) {
    return WireAnswer.ok(
        json.bundle(
            call,
            calls.vault(call),
            copies.restore(calls.of(call), blobs.read(Tree.text(call.body(), "value")))));
  }
}
