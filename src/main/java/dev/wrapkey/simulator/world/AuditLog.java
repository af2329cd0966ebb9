package dev.wrapkey.simulator.world;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The audit logs of all vaults. */
public final class AuditLog {

  private final Table<AuditEntry> entries;
  private final World world;
  private long last;

  public AuditLog(Store store, World world) {
    this.entries = store.table("audit", AuditEntry.class);
    this.world = world;
    this.last = entries.last().map(AuditEntry::number).orElse(0L);
  }

  void record(KeyAction action, String key, Principal caller, int status) {
    long number = ++last;
    entries.put(
        "%016x".formatted(number),
        new AuditEntry(number, world.now(), action.permission(), key, caller.name(), status));
  }

  /** The calls about a key, any version, newest first. */
  public List<AuditEntry> about(String keyUri) {
    String prefix = keyUri.toLowerCase(Locale.ROOT);
    return entries.all().stream()
        .filter(e -> (e.key().toLowerCase(Locale.ROOT) + "/").startsWith(prefix + "/"))
        .sorted(Comparator.comparingLong(AuditEntry::number).reversed())
        .toList();
  }
}
