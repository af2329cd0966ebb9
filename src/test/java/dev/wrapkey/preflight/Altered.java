package dev.wrapkey.preflight;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.Safeguards;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;

/** A cloud that is real but for some answers about what guards key stores. */
final class Altered {

  private Altered() {}

  /**
   * @param answers by the name of the question; each takes what it is asked about first
   */
  static Cloud safeguards(Cloud real, Map<String, Function<Object, Object>> answers) {
    Safeguards altered =
        proxy(
            Safeguards.class,
            (_, method, arguments) ->
                answers.containsKey(method.getName())
                    ? answers.get(method.getName()).apply(arguments[0])
                    : asked(real.safeguards(), method, arguments));
    return proxy(
        Cloud.class,
        (_, method, arguments) ->
            method.getName().equals("safeguards") ? altered : asked(real, method, arguments));
  }

  /** A cloud that must not be asked. */
  static Cloud nothing() {
    return proxy(
        Cloud.class,
        (_, method, _) -> {
          throw new AssertionError("asked for " + method.getName());
        });
  }

  private static Object asked(Object real, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private static <T> T proxy(Class<T> port, InvocationHandler handler) {
    return port.cast(
        Proxy.newProxyInstance(Altered.class.getClassLoader(), new Class<?>[] {port}, handler));
  }
}
