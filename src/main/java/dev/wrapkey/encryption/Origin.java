package dev.wrapkey.encryption;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The volume that inherited data keys come from: it sealed their pages, with its own volume key and
 * bound to itself.
 *
 * <p>Stored in one block: its volume key like an entry of the key table (560 bytes), then server
 * identifier (text, 512), kind (text, 64) and a proof (32), the rest zero. The proof is made with
 * both volume keys: whoever makes up a volume key of his own for the heir cannot make it, and so
 * cannot arrange the inherited pages anew. HMAC-SHA-256 under HKDF(volume key of the origin, then
 * volume key of the heir, salt = data-key id of the latter, info = {@code wrapkey volume origin 3})
 * over: data-key id of the origin's volume key (16 bytes), first seal number of the heir (8),
 * server identifier and kind of the origin, each with its length (2) before.
 *
 * @param volume whose pages they were
 * @param volumeKey its volume key, as it was wrapped there; its {@code unreserved} is the first
 *     seal number that the heir may use with inherited data keys
 */
record Origin(VolumeId volume, KeyEntry volumeKey, byte[] proof) {

  Origin {
    proof = proof.clone();
  }

  @Override
  public byte[] proof() {
    return proof.clone();
  }

  /** The origin of a volume that is about to inherit. */
  static Origin of(VolumeId volume, KeyEntry volumeKey, DataKey plain, Heir heir) {
    Origin unproven = new Origin(volume, volumeKey, new byte[Digests.SHA256]);
    return new Origin(volume, volumeKey, unproven.proofFor(plain, heir));
  }

  /** The volume key of the volume that inherits. */
  record Heir(byte[] id, DataKey volumeKey) {}

  /** Reads what follows the volume key. */
  static Origin read(KeyEntry volumeKey, ByteBuffer in) {
    VolumeId volume =
        new VolumeId(Fields.text(in, VolumeId.MAX_SERVER_ID), Fields.text(in, VolumeId.MAX_KIND));
    return new Origin(volume, volumeKey, Fields.take(in, Digests.SHA256));
  }

  void putRest(ByteBuffer out) {
    Fields.putText(out, volume.serverId(), VolumeId.MAX_SERVER_ID);
    Fields.putText(out, volume.kind(), VolumeId.MAX_KIND);
    out.put(proof);
  }

  /** Seal numbers below this one are the origin's. */
  long until() {
    return volumeKey.unreserved();
  }

  /** Whether holders of both volume keys made this. */
  boolean isProven(DataKey plain, Heir heir) {
    return MessageDigest.isEqual(proof, proofFor(plain, heir));
  }

  private byte[] proofFor(DataKey plain, Heir heir) {
    byte[] server = volume.serverId().getBytes(StandardCharsets.UTF_8);
    byte[] kind = volume.kind().getBytes(StandardCharsets.UTF_8);
    byte[] said =
        ByteBuffer.allocate(
                KeyEntry.ID + Long.BYTES + 2 * Short.BYTES + server.length + kind.length)
            .put(volumeKey.id())
            .putLong(until())
            .putShort((short) server.length)
            .put(server)
            .putShort((short) kind.length)
            .put(kind)
            .array();
    byte[] both = plain.deriveWith(heir.volumeKey, heir.id, "wrapkey volume origin 3");
    try {
      return Digests.hmacSha256(both, said, said.length);
    } finally {
      Arrays.fill(both, (byte) 0);
    }
  }
}
