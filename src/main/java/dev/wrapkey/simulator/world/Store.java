package dev.wrapkey.simulator.world;

/** Where the practice cloud keeps what it knows. One thread at a time. */
public interface Store {

  /**
   * The table of that name, the same object for every call.
   *
   * @param name never changes once released: it is part of the stored state
   */
  <T extends Record> Table<T> table(String name, Class<T> type);

  /**
   * Makes all changes since the last commit durable at once.
   *
   * @param sync also wait for the disk, so that the change survives a power failure
   */
  void commit(boolean sync);

  /**
   * Waits until everything that was committed before has reached the disk. From any thread: several
   * that wait at once share one wait.
   */
  void sync();

  /** Forgets all changes since the last commit. */
  void rollback();
}
