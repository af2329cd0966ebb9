package dev.wrapkey.encryption;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Looks inside the storage of a practice server: what Azure never shows. Real Azure has no
 * inspector.
 *
 * <p>Calls read files; make them from a background thread.
 */
public interface Inspector {

  /** The kind of the volume with the server's tables. */
  String DATA = "data";

  /**
   * The storage of a server.
   *
   * @param serverId its resource identifier, letter case does not matter
   * @return empty if the server is not there or has no storage yet
   */
  Optional<Storage> look(String serverId);

  /**
   * One page of a volume, before and after sealing.
   *
   * @param serverId the server's resource identifier
   * @param kind of the volume, for example {@value #DATA}
   * @param page page number, from 0
   * @return empty if there is no such page, or it cannot be opened at the moment; then {@link
   *     #unopened} tells why
   */
  Optional<Page> page(String serverId, String kind, long page);

  /** One page of the data volume. */
  default Optional<Page> page(String serverId, long page) {
    return page(serverId, DATA, page);
  }

  /**
   * A page that cannot be opened, as it lies on disk.
   *
   * @return empty if there is no such page
   */
  Optional<Unopened> unopened(String serverId, String kind, long page);

  /**
   * Opens every page of a volume to see whether each is what was last written there. Others are
   * served in between.
   *
   * @param watch asked now and then with the pages that were looked at; may end the work
   * @return empty if there is no such volume
   * @throws KeyUnavailable if a key refuses
   */
  Optional<Verification> verify(String serverId, String kind, RotationWatch watch)
      throws KeyUnavailable;

  /**
   * Seals a segment of a volume anew under a new data key, wrapped by the server's present key.
   *
   * @param segment from 0
   * @return empty if there is no such segment
   * @throws KeyUnavailable if the key refuses; nothing has changed then
   */
  Optional<RekeyReport> rekey(String serverId, String kind, int segment) throws KeyUnavailable;

  /**
   * Seals every inherited segment of the data volume anew under data keys of the server's own, see
   * {@link Volume#rekeyInherited}. Afterwards the key of the server it was restored from may be
   * lost without harm. Others are served in between.
   *
   * @param watch asked after every segment; if it ends the work, the rest stays inherited
   * @throws KeyUnavailable if a key refuses; what was sealed anew until then stays so
   */
  RekeyReport rekeyInherited(String serverId, RotationWatch watch) throws KeyUnavailable;

  /**
   * What a server's storage looks like from outside. What is not said otherwise is about the data
   * volume.
   *
   * @param file where it lies on disk
   * @param pages number of pages of 8192 bytes
   * @param digest of the page table, hex: the same before and after a key rotation
   * @param wrapped the data key as it is stored
   * @param rotations how often the data key was wrapped anew
   * @param pagesRewritten how many pages those rotations rewrote
   * @param calls the key store's log of wrap and unwrap calls for this server's key, newest first
   * @param volumes all its volumes, the data volume first
   * @param rotation what the last rotation did, if there was one
   */
  record Storage(
      String file,
      long pages,
      String digest,
      WrappedKey wrapped,
      int rotations,
      long pagesRewritten,
      List<Call> calls,
      List<Content> volumes,
      Optional<LastRotation> rotation) {}

  /**
   * What the last rotation of a server's key did, all its volumes together.
   *
   * @param at when, by the practice cloud's clock
   * @param volumes how many volumes it went through
   * @param keysRewrapped data keys that were wrapped anew
   * @param keyOperations calls to the key encryption keys
   * @param pagesRewritten pages whose stored bytes were written again
   * @param bytesRewritten bytes of metadata that were written
   * @param fromKeyVersion which key version wrapped before
   * @param toKeyVersion which wraps since
   */
  record LastRotation(
      Instant at,
      int volumes,
      int keysRewrapped,
      int keyOperations,
      long pagesRewritten,
      long bytesRewritten,
      String fromKeyVersion,
      String toKeyVersion) {}

  /**
   * A volume.
   *
   * @param kind what it holds, for example {@value #DATA}
   * @param file where it lies on disk
   * @param facts pages, digest, data keys, rotations
   * @param calls the key stores' logs of wrap and unwrap calls for the keys that wrap its data
   *     keys, newest first
   */
  record Content(String kind, String file, VolumeFacts facts, List<Call> calls) {}

  /**
   * What looking at all pages of a volume found.
   *
   * @param checked pages that were opened
   * @param pages pages that there are
   * @param damaged numbers of pages that are not what was last written there
   */
  record Verification(long checked, long pages, List<Long> damaged) {}

  /**
   * A page that cannot be opened.
   *
   * @param number page number, from 0
   * @param stored the bytes on disk
   * @param why in a sentence
   */
  record Unopened(long number, byte[] stored, String why) {}

  /**
   * A use of a key, from the key store's audit log.
   *
   * @param at when
   * @param operation {@code wrapKey} or {@code unwrapKey}
   * @param keyVersion which key version
   * @param caller the identity that called
   * @param status HTTP status of the answer
   */
  record Call(Instant at, String operation, String keyVersion, String caller, int status) {}

  /**
   * One page.
   *
   * @param number page number, from 0
   * @param plain 8192 bytes as PostgreSQL sees them
   * @param stored the bytes on disk: salt, nonce, sealed page, tag (see VolumeHeader)
   */
  record Page(long number, byte[] plain, byte[] stored) {}
}
