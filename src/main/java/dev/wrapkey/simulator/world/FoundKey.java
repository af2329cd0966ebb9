package dev.wrapkey.simulator.world;

/**
 * A key with the version that is meant.
 *
 * @param key all of it
 * @param version one of its versions
 */
public record FoundKey(Key key, Key.Version version) {

  public String uri() {
    return key.uri(version);
  }
}
