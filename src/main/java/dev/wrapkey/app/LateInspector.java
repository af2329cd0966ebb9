package dev.wrapkey.app;

import dev.wrapkey.encryption.Inspector;
import dev.wrapkey.encryption.KeyUnavailable;
import dev.wrapkey.encryption.RekeyReport;
import dev.wrapkey.encryption.RotationWatch;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks inside the servers of a cloud that may still be coming. */
record LateInspector(Supplier<Inspector> inspector) implements Inspector {

  @Override
  public Optional<Storage> look(String serverId) {
    return inspector.get().look(serverId);
  }

  @Override
  public Optional<Page> page(String serverId, String kind, long page) {
    return inspector.get().page(serverId, kind, page);
  }

  @Override
  public Optional<Unopened> unopened(String serverId, String kind, long page) {
    return inspector.get().unopened(serverId, kind, page);
  }

  @Override
  public Optional<Verification> verify(String serverId, String kind, RotationWatch watch)
      throws KeyUnavailable {
    return inspector.get().verify(serverId, kind, watch);
  }

  @Override
  public Optional<RekeyReport> rekey(String serverId, String kind, int segment)
      throws KeyUnavailable {
    return inspector.get().rekey(serverId, kind, segment);
  }

  @Override
  public RekeyReport rekeyInherited(String serverId, RotationWatch watch) throws KeyUnavailable {
    return inspector.get().rekeyInherited(serverId, watch);
  }
}
