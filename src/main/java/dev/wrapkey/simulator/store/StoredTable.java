package dev.wrapkey.simulator.store;

import dev.wrapkey.simulator.world.Table;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A table that keeps its records in memory and writes every change through, as JSON. A text is
 * parsed when its record is asked for: a start need not wait for what nobody looks at.
 */
final class StoredTable<T extends Record> implements Table<T> {

  private final MVMap<String, String> stored;
  private final Class<T> type;
  private final Runnable changed;
  private final NavigableMap<String, Stored<T>> records = new TreeMap<>();

  StoredTable(MVMap<String, String> stored, Class<T> type, Runnable changed) {
    this.stored = stored;
    this.type = type;
    this.changed = changed;
    reload();
  }

  /** A record, as text until somebody asks for it. */
  private static final class Stored<T extends Record> {
    private final Class<T> type;
    private @Nullable String text;
    private @Nullable T value;

    private Stored(Class<T> type, @Nullable String text, @Nullable T value) {
      this.type = type;
      this.text = text;
      this.value = value;
    }

    private synchronized T value() {
      T read = value;
      if (read == null) {
        read = Json.read(Objects.requireNonNull(text), type);
        value = read;
        text = null;
      }
      return read;
    }
  }

  void reload() {
    records.clear();
    stored.forEach((key, text) -> records.put(key, new Stored<>(type, text, null)));
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
    return Optional.ofNullable(records.get(key)).map(Stored::value);
  }

  @Override
  public List<T> all() {
    return records.values().stream().map(Stored::value).toList();
  }

  @Override
  public Optional<T> last() {
    return Optional.ofNullable(records.lastEntry()).map(entry -> entry.getValue().value());
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
    records.put(key, new Stored<>(type, null, value));
    changed.run();
  }

  @Override
  public void remove(String key) {
    stored.remove(key);
    records.remove(key);
    changed.run();
  }
}
