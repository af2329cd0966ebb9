package dev.wrapkey.simulator.world;

/** Which volumes nobody can open any more, because the key version that sealed them was purged. */
final class GoneKeys {

  private final World world;
  private final Volumes volumes;

  GoneKeys(World world, Volumes volumes) {
    this.world = world;
    this.volumes = volumes;
  }

  /** A key that is only disabled, expired or deleted can come back: what it sealed is not lost. */
  boolean sealed(Server server, String kind) {
    return volumes
        .wrapped(server, kind)
        .flatMap(stored -> KeyUri.parse(stored.keyVersion()))
        .filter(version -> !exists(version) && !canBeRecovered(version))
        .isPresent();
  }

  private boolean exists(KeyUri version) {
    return world
        .keys()
        .get(World.keyOf(version.host(), version.name()))
        .flatMap(key -> key.version(version.version()))
        .isPresent();
  }

  /** A vault that is deleted keeps its keys. */
  private boolean canBeRecovered(KeyUri version) {
    return world.deletedKeys().all().stream()
        .map(DeletedKey::key)
        .filter(key -> key.host().equalsIgnoreCase(version.host()))
        .filter(key -> key.name().equalsIgnoreCase(version.name()))
        .anyMatch(key -> key.version(version.version()).isPresent());
  }
}
