package dev.wrapkey.health;

import dev.wrapkey.provisioning.Cloud;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

/** A cloud that is real, writes down what it is asked, and may answer some of it otherwise. */
public final class Watched {

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Cloud real;
  private final BiFunction<String, List<Object>, Optional<Object>> instead;

  public Watched(Cloud real) {
    this(real, (_, _) -> Optional.empty());
  }

  /**
   * @param instead is asked first, for example {@code keyStores.get} and what about; may throw
   */
  public Watched(Cloud real, BiFunction<String, List<Object>, Optional<Object>> instead) {
    this.real = real;
    this.instead = instead;
  }

  public Cloud cloud() {
    return proxy(
        Cloud.class,
        (port, _) -> {
          Object behind = port.invoke(real);
          return proxy(
              port.getReturnType(),
              (question, about) -> answer(port.getName(), behind, question, about));
        });
  }

  /** Each question with what it was about, consumers left out. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  private Object answer(String port, Object behind, Method question, Object[] about)
      throws Throwable {
    String name = port + "." + question.getName();
    List<Object> what = new ArrayList<>(Arrays.asList(about));
    what.removeIf(
        each ->
            each.getClass().isSynthetic() || each.getClass().getName().contains("Cancellation"));
    asked.add(name + " " + what);
    Optional<Object> other = instead.apply(name, what);
    if (other.isPresent()) {
      return other.get();
    }
    try {
      return question.invoke(behind, about);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private interface Answering {
    Object answer(Method method, Object[] about) throws Throwable;
  }

  private static <T> T proxy(Class<T> port, Answering answering) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, about) -> answering.answer(method, about == null ? new Object[0] : about)));
  }
}
