package dev.wrapkey.simulator.world;

import java.util.List;
import java.util.Optional;

/**
 * A durable collection of one kind of record, ordered by key. Changes last from the next {@link
 * Store#commit}.
 *
 * @param <T> what it holds
 */
public interface Table<T extends Record> {

  Optional<T> get(String key);

  /** Everything, in the order of keys. */
  List<T> all();

  /** The record with the last key. */
  Optional<T> last();

  /** How many records there are. */
  int size();

  /** The first keys, at most a number of them. */
  List<String> first(int number);

  void put(String key, T value);

  void remove(String key);
}
