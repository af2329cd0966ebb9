package dev.wrapkey.preflight;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * One rule that is about to be held against what there is.
 *
 * @param rule its id
 * @param purpose what it is about
 * @param what what has to be looked at, in words: "the key k in v"
 * @param judge judges; empty where the rule does not apply after all. Throws a CloudFailure where
 *     what it needs cannot be seen
 */
record Trial(String rule, Purpose purpose, String what, Supplier<Optional<Check>> judge) {

  /** The same, unless something else has something to say first. */
  Trial after(Supplier<Optional<Check>> first) {
    return new Trial(rule, purpose, what, () -> first.get().or(judge));
  }
}
