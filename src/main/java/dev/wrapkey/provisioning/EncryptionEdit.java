package dev.wrapkey.provisioning;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A change of a server's keys together with what it started from, so that a change that somebody
 * else has made meanwhile is noticed.
 *
 * @param base what the server had when the edit began
 * @param wanted what it shall have
 */
public record EncryptionEdit(DataEncryption base, DataEncryption wanted) {

  /** What of a server's encryption can be changed. */
  public enum Field {
    IDENTITY,
    KEY,
    GEO_IDENTITY,
    GEO_KEY;

    /** Its value as text, empty where there is none. */
    public String of(DataEncryption encryption) {
      Optional<?> value =
          switch (this) {
            case IDENTITY -> encryption.identity();
            case KEY -> encryption.key();
            case GEO_IDENTITY -> encryption.geo().map(GeoEncryption::identity);
            case GEO_KEY -> encryption.geo().map(GeoEncryption::key);
          };
      return value.map(Object::toString).orElse("");
    }
  }

  /**
   * A field on which not all agree.
   *
   * @param field which
   * @param base its value when the edit began
   * @param theirs its value on the server now
   * @param mine its value in the edit
   */
  public record Difference(Field field, String base, String theirs, String mine) {

    /** Who has changed it. */
    public By by() {
      boolean here = !same(base, mine);
      return same(base, theirs) ? By.MINE : here ? By.BOTH : By.THEIRS;
    }
  }

  /** Who has changed a field. */
  public enum By {
    MINE,
    THEIRS,
    BOTH
  }

  /**
   * Whether somebody else has changed the server since, to something else than what is wanted here
   * as well.
   */
  public boolean isOvertakenBy(DataEncryption now) {
    return !now.usesTheSameAs(base) && !now.usesTheSameAs(wanted);
  }

  /** The fields that somebody else has changed since, or that are edited here. */
  public List<Difference> against(DataEncryption now) {
    return Stream.of(Field.values())
        .map(f -> new Difference(f, f.of(base), f.of(now), f.of(wanted)))
        .filter(d -> !same(d.base(), d.theirs()) || !same(d.base(), d.mine()))
        .toList();
  }

  // Azure does not care about letter case in any of them.
  private static boolean same(String one, String other) {
    return one.equalsIgnoreCase(other);
  }
}
