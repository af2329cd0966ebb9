package dev.wrapkey.record;

import dev.wrapkey.provisioning.Change;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.PortCall;
import dev.wrapkey.provisioning.RunningOperation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A cloud whose changes are written down. Every method of the port that is marked as a {@link
 * Change} goes through the record, those of parts that are added later too; all others are passed
 * on.
 */
public final class Recording {

  private static final Object[] NONE = {};

  private Recording() {}

  /**
   * The same cloud, recorded.
   *
   * @param cloud where the changes are made
   * @param name what people call it
   * @param changes where they are written down
   */
  public static Cloud over(Cloud cloud, String name, ChangeRecord changes) {
    return over(cloud, name, changes, Consent.ALWAYS);
  }

  /**
   * The same cloud, recorded, and asking before what weighs.
   *
   * @param consent asked before each change; without it the change is refused and not recorded
   */
  public static Cloud over(Cloud cloud, String name, ChangeRecord changes, Consent consent) {
    Scribe scribe = new Scribe(cloud, name, changes);
    Map<Class<?>, Object> parts = new ConcurrentHashMap<>();
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          Object part = call(cloud, method, arguments);
          Class<?> type = method.getReturnType();
          return part == null || !isPart(type)
              ? part
              : parts.computeIfAbsent(type, t -> part(t, part, scribe, consent));
        };
    return proxy(Cloud.class, handler);
  }

  private static boolean isPart(Class<?> type) {
    return type.isInterface() && type.getPackageName().equals(Cloud.class.getPackageName());
  }

  private static <T> T part(Class<T> type, Object part, Scribe scribe, Consent consent) {
    return proxy(
        type,
        (proxy, method, arguments) -> {
          Change change = method.getAnnotation(Change.class);
          if (change != null) {
            String act = type.getSimpleName() + "." + method.getName();
            Order order = new Order(act, change, arguments);
            Consent.demand(consent, order);
            return scribe.write(order, () -> call(part, method, arguments));
          }
          Object answer = call(part, method, arguments);
          return answer instanceof RunningOperation operation
              ? scribe.follow(operation, List.of(arguments))
              : answer;
        });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static @Nullable Object call(
      Object target, Method method, Object @Nullable [] arguments) {
    return PortCall.of(target, method, arguments == null ? NONE : arguments);
  }
}
