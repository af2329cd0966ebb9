package dev.wrapkey.provisioning;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Calls a method of the port that is only known by reflection, for whoever stands between the port
 * and those who use it.
 *
 * <p>Not by {@link Method#invoke}: that may put a native frame on the stack, and a virtual thread
 * that waits below one keeps its carrier. With as many such waits as the machine has processors
 * nothing goes on any more.
 */
public final class PortCall {

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.publicLookup();

  private PortCall() {}

  private interface Call<X extends Throwable> {
    @Nullable Object run() throws X;
  }

  /**
   * Calls.
   *
   * @param target what has the method
   * @param method declared by a public interface, and without checked exceptions, as all of the
   *     port are; what it throws is thrown on as it is
   */
  public static @Nullable Object of(Object target, Method method, @Nullable Object... arguments) {
    return PortCall.<RuntimeException>unchecked(
        () -> handle(method).bindTo(target).invokeWithArguments(arguments));
  }

  private static MethodHandle handle(Method method) {
    try {
      return LOOKUP.unreflect(method);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("the port is public", e);
    }
  }

  @SuppressWarnings("unchecked") // nothing checked is thrown, so nothing is hidden from anybody
  private static <X extends Throwable> @Nullable Object unchecked(Call<?> call) throws X {
    return ((Call<X>) call).run();
  }
}
