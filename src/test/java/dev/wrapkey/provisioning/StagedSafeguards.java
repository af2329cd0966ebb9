package dev.wrapkey.provisioning;

import java.lang.reflect.Proxy;
import java.util.Optional;

/** Tells what the stage says an identity may do with a key, and nothing else. */
final class StagedSafeguards {

  private StagedSafeguards() {}

  static Safeguards of(Stage stage) {
    return (Safeguards)
        Proxy.newProxyInstance(
            Safeguards.class.getClassLoader(),
            new Class<?>[] {Safeguards.class},
            (_, method, arguments) -> {
              // A role on the key itself is enough.
              if (!method.getName().equals("grants") || !arguments[1].equals(Stage.KEY)) {
                throw new UnsupportedOperationException(method.getName());
              }
              stage.ask("rights");
              return new Grants(stage.rights, Optional.empty());
            });
  }
}
