package dev.wrapkey.app;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.PortCall;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A cloud that is made when somebody asks it for something. */
final class LateCloud {

  private static final Object[] NONE = {};

  private final Supplier<Cloud> maker;
  private @Nullable Cloud made;

  private LateCloud(Supplier<Cloud> maker) {
    this.maker = maker;
  }

  static Cloud of(Supplier<Cloud> maker) {
    LateCloud late = new LateCloud(maker);
    return (Cloud)
        Proxy.newProxyInstance(
            Cloud.class.getClassLoader(),
            new Class<?>[] {Cloud.class},
            (proxy, method, arguments) ->
                PortCall.of(late.get(), method, arguments == null ? NONE : arguments));
  }

  private synchronized Cloud get() {
    Cloud now = made;
    if (now == null) {
      now = maker.get();
      made = now;
    }
    return now;
  }
}
