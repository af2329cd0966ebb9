package dev.wrapkey.provisioning;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The id that a change carries to the service, so that the service's own log can be matched with
 * ours. Azure Resource Manager takes it as {@code x-ms-correlation-request-id}, Key Vault as {@code
 * x-ms-client-request-id} ("Azure Key Vault logging", {@code correlationId}).
 */
public final class Correlation {

  private static final ScopedValue<String> CURRENT = ScopedValue.newInstance();

  private Correlation() {}

  /** The id of the change that this thread is making; empty if it makes none. */
  public static Optional<String> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /** Does something under an id. */
  public static <T> T during(String id, Supplier<T> work) {
    return ScopedValue.where(CURRENT, id).call(work::get);
  }
}
