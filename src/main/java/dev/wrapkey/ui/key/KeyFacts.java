package dev.wrapkey.ui.key;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStores;
import dev.wrapkey.ui.task.Running;
import dev.wrapkey.ui.task.Tasks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * What a listing does not tell of keys: kind, size, operations. Asked for one by one as rows come
 * into sight, the row seen last first, a few at a time. Lives on the screen's thread.
 */
final class KeyFacts {

  /** What is known of one key. */
  sealed interface Facts {

    /** Nobody has asked, or the answer is on its way. */
    record Open() implements Facts {}

    /** The whole key; of a versionless identifier its newest version. */
    record Known(Key key) implements Facts {}

    /** It may not be read, or could not be. */
    record Hidden(CloudFailure why) implements Facts {}
  }

  /** As many questions are under way at most. */
  static final int AT_ONCE = 4;

  // Who scrolls past more than this does not wait for the first of them.
  private static final int MOST_WAITING = 48;
  private static final Facts OPEN = new Facts.Open();

  private final KeyStores stores;
  private final Tasks tasks;
  private final Map<KeyIdentifier, Facts> facts = new HashMap<>();
  private final Deque<KeyIdentifier> waiting = new ArrayDeque<>();
  private final Set<Running> underWay = new HashSet<>();
  private final ReadOnlyIntegerWrapper answers = new ReadOnlyIntegerWrapper();

  KeyFacts(KeyStores stores, Tasks tasks) {
    this.stores = stores;
    this.tasks = tasks;
  }

  /** What is known now. */
  Facts of(KeyIdentifier key) {
    return facts.getOrDefault(key, OPEN);
  }

  /** The key as it is known best: whole, or as its list tells it. */
  Key best(Key listed) {
    return of(listed.id()) instanceof Facts.Known known ? known.key() : listed;
  }

  /** Counts up with every answer. */
  ReadOnlyIntegerProperty answersProperty() {
    return answers.getReadOnlyProperty();
  }

  /** Asks, unless that has been done; before all who wait. */
  void want(KeyIdentifier key) {
    if (facts.containsKey(key)) {
      return;
    }
    waiting.remove(key);
    waiting.addFirst(key);
    if (waiting.size() > MOST_WAITING) {
      waiting.removeLast();
    }
    next();
  }

  /** Stops asking; what is known stays. */
  void stop() {
    waiting.clear();
    Set.copyOf(underWay).forEach(Running::cancel);
    underWay.clear();
    facts.values().removeIf(OPEN::equals);
  }

  /** Stops asking and forgets. */
  void forget() {
    stop();
    facts.clear();
  }

  private void next() {
    while (underWay.size() < AT_ONCE && !waiting.isEmpty()) {
      ask(waiting.removeFirst());
    }
  }

  private void ask(KeyIdentifier key) {
    facts.put(key, OPEN);
    Running mine = new Running();
    underWay.add(mine);
    tasks.run(
        mine,
        () -> stores.get(key),
        whole -> end(mine, key, new Facts.Known(whole)),
        why -> end(mine, key, new Facts.Hidden(why)));
  }

  private void end(Running mine, KeyIdentifier key, Facts answer) {
    underWay.remove(mine);
    facts.put(key, answer);
    answers.set(answers.get() + 1);
    next();
  }
}
