package dev.wrapkey.ui.waves;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * News that the screen has not taken yet, the last for each key: a busy screen takes many in one
 * step. Thread-safe.
 */
final class Gathered<K, V> {

  private Map<K, V> waiting = new LinkedHashMap<>();

  /** Keeps a piece of news; true if nobody has been told that there is some. */
  synchronized boolean isFirst(K key, V news) {
    boolean first = waiting.isEmpty();
    waiting.put(key, news);
    return first;
  }

  synchronized Map<K, V> take() {
    Map<K, V> taken = waiting;
    waiting = new LinkedHashMap<>();
    return taken;
  }
}
