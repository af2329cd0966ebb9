package dev.wrapkey.provisioning;

import java.util.List;
import java.util.function.Consumer;

/** User-assigned managed identities. Failures as in {@link Cloud}. */
public interface Identities {

  /** Hands over the identities of a subscription page by page, until the end or until cancelled. */
  void list(String subscription, Cancellation cancellation, Consumer<List<ManagedIdentity>> page);

  ManagedIdentity get(ResourceId id);
}
