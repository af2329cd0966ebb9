package dev.wrapkey.ui.vault;

import dev.wrapkey.provisioning.Key;
import dev.wrapkey.ui.view.Moments;
import java.time.Instant;

/** The versions of a key, newest first. */
public final class VersionTable extends RowTable<Key> {

  private Instant now = Instant.EPOCH;

  public VersionTable() {
    identifier("keypage.version", 250, version -> version.id().version().orElse(""));
    status("keypage.version.state", 130, version -> VersionState.of(version.life(), now));
    words("keypage.version.created", 110, version -> Moments.day(version.life().created()));
    words("keypage.version.activates", 110, version -> start(version));
    status("keypage.version.expires", 120, version -> VersionState.expiry(version.life(), now));
  }

  /** The moment by which states are judged. */
  void at(Instant moment) {
    now = moment;
  }

  private static String start(Key version) {
    return version.life().activates().map(Moments::day).orElse("–");
  }
}
