package dev.wrapkey.simulator.world;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A key with all its versions.
 *
 * @param host of the vault it is in
 * @param name as written at creation
 * @param versions oldest first, never empty
 */
public record Key(String host, String name, List<Version> versions) {

  /**
   * One version.
   *
   * @param id 32 lower-case hex digits
   * @param kind type and size
   * @param operations permitted, for example {@code wrapKey}
   * @param life when it may be used
   * @param tags name to value
   */
  public record Version(
      String id, Kind kind, List<String> operations, Life life, Map<String, String> tags) {

    /** A state written before keys had tags lacks them. */
    public Version {
      tags = Objects.requireNonNullElse(tags, Map.of());
    }

    public Version(String id, Kind kind, List<String> operations, Life life) {
      this(id, kind, operations, life, Map.of());
    }

    public boolean permits(String operation) {
      return operations.stream().anyMatch(operation::equalsIgnoreCase);
    }

    Version updatedAt(Instant now) {
      Life stamped =
          new Life(life.enabled(), life.created(), now, life.notBefore(), life.expires());
      return new Version(id, kind, operations, stamped, tags);
    }
  }

  /**
   * Type and size.
   *
   * @param type {@code RSA}, {@code RSA-HSM}, {@code EC}, {@code EC-HSM}, {@code oct-HSM}
   * @param bits modulus length or length of a symmetric key, 0 for EC
   * @param curve {@code P-256} and so on, empty for RSA
   */
  public record Kind(String type, int bits, String curve) {

    public static Kind rsa(int bits) {
      return new Kind("RSA", bits, "");
    }

    public boolean isRsa() {
      return type.startsWith("RSA");
    }

    public boolean isSymmetric() {
      return type.startsWith("oct");
    }

    public boolean isInHsm() {
      return type.endsWith("-HSM");
    }
  }

  /**
   * When a version may be used.
   *
   * @param enabled false if switched off
   * @param created when
   * @param updated when
   * @param notBefore not used before, if set
   * @param expires not used after, if set
   */
  public record Life(
      boolean enabled,
      Instant created,
      Instant updated,
      @Nullable Instant notBefore,
      @Nullable Instant expires) {

    static Life from(Instant now) {
      return new Life(true, now, now, null, null);
    }
  }

  public Version newest() {
    return versions.getLast();
  }

  Optional<Version> newestOnly() {
    return Optional.of(newest());
  }

  public Optional<Version> version(String id) {
    return versions.stream().filter(v -> v.id().equalsIgnoreCase(id)).findFirst();
  }

  /** The identifier without version. */
  public String uri() {
    return "https://" + host + "/keys/" + name;
  }

  public String uri(Version version) {
    return uri() + "/" + version.id();
  }

  Key with(Version added) {
    return new Key(host, name, Stream.concat(versions.stream(), Stream.of(added)).toList());
  }

  /** The same, all versions of it used no longer than to a moment. */
  Key expiringAt(Instant end) {
    return new Key(
        host,
        name,
        versions.stream()
            .map(
                v -> {
                  Life life = v.life();
                  Life until =
                      new Life(
                          life.enabled(), life.created(), life.updated(), life.notBefore(), end);
                  return new Version(v.id(), v.kind(), v.operations(), until, v.tags());
                })
            .toList());
  }

  Key replacing(Version changed) {
    return new Key(
        host, name, versions.stream().map(v -> v.id().equals(changed.id()) ? changed : v).toList());
  }
}
