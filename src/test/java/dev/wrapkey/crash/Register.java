package dev.wrapkey.crash;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a thing may be found to be: what was acknowledged last, or what was on its way when the
 * process died.
 */
final class Register {

  /** A change over the wire. */
  interface Change {
    Wire.Answer send() throws IOException;
  }

  private final String name;
  private final Set<String> possible = new LinkedHashSet<>();

  Register(String name, String first) {
    this.name = name;
    possible.add(first);
  }

  /**
   * Makes a change.
   *
   * @throws IOException if no answer came: the change may have happened or not
   */
  Wire.Answer become(String value, Change change) throws IOException {
    possible.add(value);
    Wire.Answer answer = change.send();
    if (!answer.good()) {
      throw new AssertionError(name + " was refused to become " + value + ": " + answer);
    }
    possible.clear();
    possible.add(value);
    return answer;
  }

  /** What was found after a restart. */
  void found(String value) {
    if (!possible.contains(value)) {
      throw new AssertionError(name + " is " + value + ", but can only be one of " + possible);
    }
    possible.clear();
    possible.add(value);
  }

  /** The value, where it is certain. */
  String value() {
    return possible.iterator().next();
  }
}
