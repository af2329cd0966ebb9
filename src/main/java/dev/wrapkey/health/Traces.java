package dev.wrapkey.health;

import dev.wrapkey.preflight.Purpose;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyUser;
import dev.wrapkey.provisioning.Ledger;
import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.rotation.RotationLedger;
import dev.wrapkey.rotation.WrapProof;
import dev.wrapkey.rotation.Wrapping;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What this program knows of servers that Azure does not tell: what they were restored from and
 * when they were rotated.
 *
 * @param deployments folder of the deployments' ledgers
 * @param rotations folder of the rotations' ledgers
 * @param proof looks inside servers; only the practice cloud has one
 */
public record Traces(Path deployments, Path rotations, Optional<WrapProof> proof) {

  /** Reads the ledgers. */
  Known read() {
    Map<ResourceId, List<RotationLedger.Entry>> succeeded =
        RotationLedger.everywhere(rotations).stream()
            .map(RotationLedger::entry)
            .filter(entry -> entry.phase() == RotationLedger.Phase.SUCCEEDED)
            .collect(Collectors.groupingBy(entry -> entry.order().server()));
    return new Known(Ledger.origins(deployments), succeeded, proof, new ConcurrentHashMap<>());
  }

  /**
   * What was read.
   *
   * @param seen the storage of servers that was looked at
   */
  record Known(
      Function<Server, Optional<Origin>> origins,
      Map<ResourceId, List<RotationLedger.Entry>> succeeded,
      Optional<WrapProof> proof,
      Map<ResourceId, Optional<Wrapping>> seen) {

    /** The keys of other servers that a restored one still needs, each once. */
    List<KeyIdentifier> inherited(Server server) {
      Stream<KeyIdentifier> told =
          origins.apply(server).filter(from -> !from.isReplica()).flatMap(Origin::key).stream();
      Stream<KeyIdentifier> stored =
          storage(server.id()).stream()
              .flatMap(wrapping -> wrapping.holdings().stream())
              .filter(Wrapping.Holding::inherited)
              .map(Wrapping.Holding::version);
      return Stream.concat(stored, told).distinct().toList();
    }

    /** When a server took the version that it uses. */
    Optional<LastRotation> rotated(ResourceId server, Purpose purpose, Optional<Key> inUse) {
      return inUse.flatMap(
          version ->
              byWrapkey(server, purpose, version.id())
                  .map(at -> new LastRotation(at, LastRotation.Source.WRAPKEY))
                  .or(
                      () ->
                          storage(server)
                              .flatMap(wrapping -> wrapping.lastWrapped(version.id()))
                              .map(at -> new LastRotation(at, LastRotation.Source.STORAGE)))
                  .or(
                      () ->
                          Optional.of(
                              new LastRotation(
                                  version.life().created(), LastRotation.Source.NOT_BEFORE))));
    }

    private Optional<Instant> byWrapkey(ResourceId server, Purpose purpose, KeyIdentifier version) {
      KeyUser.Purpose use =
          purpose == Purpose.GEO ? KeyUser.Purpose.GEO_BACKUP : KeyUser.Purpose.PRIMARY;
      return succeeded.getOrDefault(server, List.of()).stream()
          .filter(entry -> entry.reached(use).filter(version::equals).isPresent())
          .flatMap(entry -> entry.made().rewrapped().or(() -> entry.stand().ended()).stream())
          .max(Instant::compareTo);
    }

    private Optional<Wrapping> storage(ResourceId server) {
      return seen.computeIfAbsent(server, id -> proof.flatMap(shows -> shows.look(id)));
    }
  }
}
