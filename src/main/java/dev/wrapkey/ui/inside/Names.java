package dev.wrapkey.ui.inside;

import dev.wrapkey.encryption.Inspector;
import dev.wrapkey.encryption.StoredKey;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kinds and identifiers as people read them. */
final class Names {

  private static final Set<String> KINDS = Set.of("data", "geo", "wal", "temp", "log");
  private static final Pattern BACKUP = Pattern.compile("(backup|geo)-(\\d{1,15})");
  private static final int WHOLE = 12;
  private static final int END = 4;

  private Names() {}

  /** What a volume holds, in words; a kind that has none stands for itself. */
  static String volume(String kind) {
    Matcher backup = BACKUP.matcher(kind);
    if (backup.matches()) {
      Instant at = Instant.ofEpochMilli(Long.parseLong(backup.group(2)));
      return Texts.text(
          backup.group(1).equals("geo") ? "inside.kind.geobackup" : "inside.kind.backup",
          Moments.utc(at));
    }
    return KINDS.contains(kind) ? Texts.text("inside.kind." + kind) : kind;
  }

  /** Key and version of an identifier, the version shortened in its middle. */
  static String key(String identifier) {
    String[] parts = identifier.split("/");
    String version = shortened(parts[parts.length - 1]);
    return parts.length < 2
        ? version
        : Texts.text("inside.data.wrapped.value", parts[parts.length - 2], version);
  }

  /** Both ends of a long identifier. */
  static String shortened(String id) {
    return id.length() <= WHOLE ? id : id.substring(0, END) + "…" + id.substring(id.length() - END);
  }

  /** What the last rotation did to all volumes together. */
  static String rotation(Inspector.LastRotation last) {
    return Texts.text(
        "inside.last.value",
        last.keysRewrapped(),
        last.volumes(),
        last.keyOperations(),
        last.bytesRewritten(),
        last.pagesRewritten(),
        Moments.utc(last.at()));
  }

  /** "Segment 3", or that it is the volume's own; with a word if it is inherited. */
  static String dataKey(StoredKey key) {
    if (key.segment().isEmpty()) {
      return Texts.text(key.isInherited() ? "inside.data.volume.inherited" : "inside.data.volume");
    }
    return Texts.text(
        key.isInherited() ? "inside.data.segment.inherited" : "inside.data.segment",
        key.segment().getAsInt());
  }

  /** What inherited segments mean for a server. */
  static String inherited(List<StoredKey> segments) {
    String server =
        segments
            .getFirst()
            .inheritedFrom()
            .map(id -> id.serverId())
            .orElse("")
            .replaceAll(".*/", "");
    return Texts.text(
        "inside.inherited", segments.size(), server, segments.getFirst().wrapped().keyVersion());
  }

  /** When a data key was wrapped, UTC, if anybody told. */
  static String wrappedAt(StoredKey key) {
    return key.wrappedAt().equals(Instant.EPOCH)
        ? Texts.text("inside.data.untold")
        : Moments.utc(key.wrappedAt());
  }
}
