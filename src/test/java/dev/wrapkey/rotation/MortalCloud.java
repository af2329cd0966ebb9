package dev.wrapkey.rotation;

import dev.wrapkey.provisioning.Cloud;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A cloud whose caller dies at one of its calls: before the request is sent, or when the answer is
 * there but nobody has read it.
 */
final class MortalCloud {

  /** The end of the program. */
  static final class Killed extends Error {

    private static final long serialVersionUID = 1L;

    Killed(String where) {
      super(where);
    }
  }

  /** Where it dies. */
  record Moment(int call, String name, boolean answered) {

    Moment(int call, boolean answered) {
      this(call, "", answered);
    }

    /** At the first call of a name. */
    Moment(String name, boolean answered) {
      this(-1, name, answered);
    }

    boolean is(int number, String called) {
      return number >= 0 && (number == call || called.equals(name));
    }
  }

  private static final Predicate<Class<?>> PORT =
      type -> type.isInterface() && type.getPackageName().equals(Cloud.class.getPackageName());

  private final Moment moment;
  private final Runnable watch;
  private final List<String> calls = java.util.Collections.synchronizedList(new ArrayList<>());

  MortalCloud(Moment moment) {
    this(moment, () -> {});
  }

  private MortalCloud(Moment moment, Runnable watch) {
    this.moment = moment;
    this.watch = watch;
  }

  /** One that lives, and looks at something before and after each call. */
  static MortalCloud watching(Runnable watch) {
    return new MortalCloud(new Moment(-1, false), watch);
  }

  /** One that lives. */
  static MortalCloud immortal() {
    return new MortalCloud(new Moment(-1, false));
  }

  /** What was asked of it, in order. */
  List<String> calls() {
    return calls;
  }

  Cloud around(Cloud real) {
    return (Cloud) wrapped(real, Cloud.class);
  }

  private Object wrapped(Object real, Class<?> type) {
    return Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, (_, method, args) -> ask(real, method, args));
  }

  private Object ask(Object real, Method method, Object[] args) throws Throwable {
    boolean part = real instanceof Cloud;
    boolean asks =
        !part && !method.getName().equals("retryAfter") && !method.getName().equals("receipt");
    int number = asks ? calls.size() : -1;
    String name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
    if (asks) {
      watch.run();
      calls.add(name);
      if (moment.is(number, name) && !moment.answered()) {
        throw new Killed("before " + name);
      }
    }
    try {
      Object answer = method.invoke(real, args);
      if (asks) {
        watch.run();
      }
      if (asks && moment.is(number, name)) {
        throw new Killed("after " + name);
      }
      return PORT.test(method.getReturnType()) ? wrapped(answer, method.getReturnType()) : answer;
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }
}
