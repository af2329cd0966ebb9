package dev.wrapkey.ui.recovery;

import dev.wrapkey.preflight.Subject;
import dev.wrapkey.preflight.recovery.Way;
import dev.wrapkey.provisioning.LogEntry;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.rules.Profile;
import dev.wrapkey.ui.key.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was found out about a server at a moment.
 *
 * @param server as it was then
 * @param subject the same for further checks
 * @param denied since when Resource Health knows of denied connections; empty if it does not
 * @param logged the last entry of the activity log that tells of trouble, if there is one
 * @param ways back from what was found to be wrong with its keys, the likeliest first
 * @param profile whose rules the server lives by
 * @param next when the service looks at the key next; empty where nobody but the service knows
 */
record Findings(
    Server server,
    Subject subject,
    Optional<Instant> denied,
    Optional<LogEntry> logged,
    List<Way> ways,
    Profile profile,
    Optional<Instant> next) {

  /** Where a new identity belongs. */
  Scope scope() {
    return new Scope(subject.subscription(), server.region());
  }

  /** Whether its data cannot be reached. */
  boolean isLost() {
    return server.state().equals("Inaccessible");
  }

  /** Whether it has lost a key, noticed or not. */
  boolean isTroubled() {
    return isLost() || server.encryption().hasInvalidKey() || !ways.isEmpty();
  }
}
