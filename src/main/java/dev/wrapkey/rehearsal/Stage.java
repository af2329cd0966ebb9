package dev.wrapkey.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a rehearsal needs of the practice cloud besides what any cloud can do: real Azure has no
 * clock that can be moved, and forgets nothing at once.
 */
public interface Stage {

  /** The practice cloud's time. */
  Instant now();

  /** Moves the clock forward. */
  void jump(Duration length);

  /** The subscription that sets are built in. */
  String subscription();

  /**
   * Removes a resource group with everything that is or was in it, deleted vaults and keys too,
   * whatever protects them, and what the activity log says of it. One that is not there is none.
   */
  void strike(String group);

  /** What the activity log says of everything in a resource group from a moment on, in order. */
  List<Deed> deeds(String group, Instant since);
}
