package dev.wrapkey.simulator.store;

import dev.wrapkey.simulator.world.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.h2.mvstore.MVMap;

/** A table that keeps its records in memory and writes every change through, as JSON. */
final class StoredTable<T extends Record> implements Table<T> {

  private final MVMap<String, String> stored;
  private final Class<T> type;
  private final Runnable changed;
  private final Map<String, T> records = new TreeMap<>();

  StoredTable(MVMap<String, String> stored, Class<T> type, Runnable changed) {
    this.stored = stored;
    this.type = type;
    this.changed = changed;
    reload();
  }

  void reload() {
    records.clear();
    stored.forEach((key, text) -> records.put(key, Json.read(text, type)));
  }

  void clear() {
    stored.clear();
    records.clear();
    changed.run();
  }

  @SuppressWarnings("unchecked")
  <S extends Record> StoredTable<S> as(Class<S> wanted) {
    if (!type.equals(wanted)) {
      throw new IllegalArgumentException("table of " + type + ", not of " + wanted);
    }
    return (StoredTable<S>) this;
  }

  @Override
  public Optional<T> get(String key) {
    return Optional.ofNullable(records.get(key));
  }

  @Override
  public List<T> all() {
    return List.copyOf(records.values());
  }

  @Override
  public int size() {
    return records.size();
  }

  @Override
  public List<String> first(int number) {
    return records.keySet().stream().limit(number).toList();
  }

  @Override
  public void put(String key, T value) {
    stored.put(key, Json.write(value));
    records.put(key, value);
    changed.run();
  }

  @Override
  public void remove(String key) {
    stored.remove(key);
    records.remove(key);
    changed.run();
  }
}
