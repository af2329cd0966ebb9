package dev.wrapkey.record;

import dev.wrapkey.provisioning.Change;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ResourceId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call of the port that changes something.
 *
 * @param act which
 * @param change its mark
 * @param arguments what it was called with
 */
record Order(String act, Change change, List<Object> arguments) {

  Order(String act, Change change, Object @Nullable [] arguments) {
    this(act, change, arguments == null ? List.of() : List.of(arguments));
  }

  String target() {
    return Target.of(arguments);
  }

  /** What is asked for. Texts only under a name that the mark gives them. */
  Map<String, String> wanted() {
    Values wanted = Values.none();
    int name = 0;
    for (int i = 0; i < arguments.size(); i++) {
      Object argument = arguments.get(i);
      if (argument instanceof String || argument instanceof Boolean) {
        if (name < change.names().length) {
          wanted.put(change.names()[name++], argument);
        }
      } else if (i > 0 || !names(argument)) {
        wanted.add(argument);
      }
    }
    return wanted.values();
  }

  // What the change is about is its target, and need not be told twice.
  private static boolean names(Object first) {
    return first instanceof ResourceId
        || first instanceof KeyIdentifier
        || first instanceof KeyStore;
  }
}
