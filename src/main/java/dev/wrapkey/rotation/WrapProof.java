package dev.wrapkey.rotation;

import dev.wrapkey.encryption.Inspector;
import dev.wrapkey.provisioning.ResourceId;
import java.util.Optional;

/**
 * Shows which versions wrap a server's data keys. The practice cloud has one; of a real server the
 * service does not show it.
 */
@FunctionalInterface
public interface WrapProof {

  /** Looks at a server; empty if it has no storage. May be slow. */
  Optional<Wrapping> look(ResourceId server);

  /** By looking inside practice servers. */
  static WrapProof of(Inspector inspector) {
    return server -> inspector.look(server.toString()).map(InspectedStorage::wrapping);
  }
}
