package dev.wrapkey.ui;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Servers;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A practice cloud of which one thing is bent that the practice cloud itself does not play. */
public final class BentCloud {

  private final Cloud real;
  private final AtomicReference<String> federated = new AtomicReference<>("");
  private final AtomicReference<Runnable> beforeChange = new AtomicReference<>(() -> {});

  public BentCloud(Cloud real) {
    this.real = real;
  }

  /** All servers use keys of another tenant from now on; with an empty client no longer. */
  public BentCloud foreign(String client) {
    federated.set(client);
    return this;
  }

  /** Something happens once between the last look at a server and the request that changes it. */
  public BentCloud beforeChange(Runnable once) {
    beforeChange.set(once);
    return this;
  }

  public Cloud cloud() {
    return bent(
        Cloud.class,
        real,
        (method, arguments) ->
            method.getName().equals("servers") ? Optional.of(servers()) : Optional.empty());
  }

  private Servers servers() {
    return bent(
        Servers.class,
        real.servers(),
        (method, arguments) ->
            switch (method.getName()) {
              case "federatedClient" -> Optional.of(client((ResourceId) arguments[0]));
              case "changeKey" -> {
                beforeChange.getAndSet(() -> {}).run();
                yield Optional.empty();
              }
              default -> Optional.empty();
            });
  }

  private Optional<String> client(ResourceId server) {
    String client = federated.get();
    return client.isEmpty() ? real.servers().federatedClient(server) : Optional.of(client);
  }

  /** What is answered in the real one's stead, if anything. */
  private interface Bend {
    Optional<Object> answer(Method method, Object[] arguments);
  }

  private static <T> T bent(Class<T> type, T real, Bend bend) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          Optional<Object> answer = bend.answer(method, arguments);
          return answer.isPresent() ? answer.get() : real(method, real, arguments);
        };
    return type.cast(
        Proxy.newProxyInstance(BentCloud.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object real(Method method, Object real, Object[] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }
}
