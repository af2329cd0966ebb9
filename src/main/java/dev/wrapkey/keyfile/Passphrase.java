package dev.wrapkey.keyfile;

import java.util.Arrays;

/**
 * The password of a key file, for the length of one reading. It takes over the characters it is
 * given and overwrites them at the end.
 */
public final class Passphrase implements AutoCloseable {

  private final char[] characters;

  private Passphrase(char[] characters) {
    this.characters = characters;
  }

  /** Takes over {@code characters}: they are zeroed by {@link #close}. */
  public static Passphrase of(char[] characters) {
    return new Passphrase(characters);
  }

  public static Passphrase none() {
    return new Passphrase(new char[0]);
  }

  boolean isEmpty() {
    return characters.length == 0;
  }

  /** The characters themselves, not a copy. */
  char[] characters() {
    return characters;
  }

  @Override
  public void close() {
    Arrays.fill(characters, '\0');
  }

  @Override
  public String toString() {
    return "••••••••";
  }
}
