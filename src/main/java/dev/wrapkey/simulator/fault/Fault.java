package dev.wrapkey.simulator.fault;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The faults there are. What each does on the wire is told in docs/gateway.md. */
public enum Fault {
  THROTTLING("Too many requests: 429 with Retry-After.", 3, 10),
  NOT_PROPAGATED("Role assignments have no effect yet: 403 as Azure words it.", 3, 0),
  BUSY("The server is busy with another operation: 409 ServerIsBusy.", 2, 0),
  EXPIRED_TOKEN(
      "A token counts as expired, whatever its holder thinks: 401 until another comes.", 1, 0),
  CLAIMS_CHALLENGE("A token no longer satisfies a policy: 401 with a claims challenge.", 1, 0),
  FAILS_LATE("An operation is accepted with 202, then fails on its own.", 1, 0),
  LOST_ANSWER("The work is done for good, then the connection closes without an answer.", 1, 0),
  TRUNCATED("The answer breaks off in the middle.", 1, 0),
  SLOW("The answer takes its time.", Rhythm.FOR_EVER, 30),
  VAULT_FIREWALL("A vault's firewall closes, to trusted services too."),
  KEY_DISABLED("All versions of a key are switched off."),
  KEY_DELETED("A key is deleted."),
  IDENTITY_DELETED("A managed identity is deleted."),
  PERMISSION_REVOKED("A managed identity loses its roles and access policies.");

  private final String words;
  private final boolean world;
  private final int times;
  private final int seconds;

  Fault(String words) {
    this.words = words;
    this.world = true;
    this.times = 1;
    this.seconds = 0;
  }

  Fault(String words, int times, int seconds) {
    this.words = words;
    this.world = false;
    this.times = times;
    this.seconds = seconds;
  }

  /** The fault of a name such as {@code lost-answer}. */
  public static Optional<Fault> named(String name) {
    return Arrays.stream(values()).filter(f -> f.id().equals(name)).findFirst();
  }

  /** The names of all of them. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(Fault::id).toList();
  }

  /** Its name in small letters, with hyphens. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it does, in one sentence. */
  public String words() {
    return words;
  }

  /** Whether it changes what exists; the others only disturb requests and answers. */
  public boolean changesTheWorld() {
    return world;
  }

  /** Whether its seconds mean anything: of Retry-After, or of the delay. */
  boolean takesTime() {
    return seconds > 0;
  }

  /** How often it strikes unless told otherwise. */
  int times() {
    return times;
  }

  /** Its seconds unless told otherwise. */
  int seconds() {
    return seconds;
  }
}
