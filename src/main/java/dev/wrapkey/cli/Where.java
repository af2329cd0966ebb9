package dev.wrapkey.cli;

import dev.wrapkey.signin.SignIn;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The cloud that a command works in. */
public sealed interface Where {

  /** The folder that {@code --state} names; empty for the usual place. */
  Optional<Path> state();

  /** The practice cloud. */
  record Practice(Optional<Path> state) implements Where {}

  /**
   * A real one, or one that is reached like it.
   *
   * @param wish which, and who signs in how
   * @param subscriptions names or IDs of those that lists show; empty for all
   */
  record Azure(Optional<Path> state, SignIn.Wish wish, List<String> subscriptions)
      implements Where {

    public Azure {
      subscriptions = List.copyOf(subscriptions);
    }
  }
}
