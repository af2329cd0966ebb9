package dev.wrapkey.export;

import java.util.Optional;

/**
 * A parameter of a template.
 *
 * @param name its name
 * @param type {@code string}, {@code secureString} or {@code object}
 * @param about what it is for
 * @param value what the plan says; empty for a secret
 */
record Parameter(String name, String type, String about, Optional<Value> value) {

  boolean isSecret() {
    return value.isEmpty();
  }
}
