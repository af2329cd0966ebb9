package dev.wrapkey.encryption;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The data keys of an open volume, in memory, and the key that wraps new ones. */
final class KeyRing implements AutoCloseable {

  private final VolumeId volume;
  private final VolumeOptions options;
  private final DataKey volumeKey;
  private final List<SegmentKey> segments = new ArrayList<>();
  private KeyEncryptionKey kek;
  private @Nullable DataKey originKey;
  private @Nullable Origin origin;

  private KeyRing(VolumeId volume, VolumeOptions options, DataKey volumeKey, KeyEncryptionKey kek) {
    this.volume = volume;
    this.options = options;
    this.volumeKey = volumeKey;
    this.kek = kek;
  }

  /** The ring of a volume without pages. */
  static KeyRing of(VolumeId id, DataKey volumeKey, KeyEncryptionKey kek, VolumeOptions options) {
    return new KeyRing(id, options, volumeKey, kek);
  }

  /** Unwraps the volume key of {@code file} and sees that it proves the header. */
  static DataKey volumeKey(VolumeFile file, VolumeId id, KeyEncryptionKey kek)
      throws KeyUnavailable {
    if (!file.header().volume().equals(id)) {
      throw VolumeDamaged.header(
          file.path(), "it is the volume of another server or of another kind");
    }
    try (Held held = new Held()) {
      DataKey key = held.add(DataKey.unwrap(file.keys().get(0).wrapped(), kek), DataKey::close);
      if (!file.authentic(key)) {
        throw VolumeDamaged.header(
            file.path(), "the header was not written with the data key that it wraps");
      }
      held.handOver();
      return key;
    }
  }

  /** Unwraps every data key of {@code file}. */
  static KeyRing unlock(VolumeFile file, VolumeId id, KeyEncryptionKey kek, VolumeOptions options)
      throws KeyUnavailable {
    try (Held held = new Held()) {
      DataKey volumeKey = held.add(volumeKey(file, id, kek), DataKey::close);
      Origin origin = file.keys().origin().orElse(null);
      DataKey originKey =
          origin == null ? null : held.add(originKey(file, origin, volumeKey, kek), DataKey::close);
      List<KeyEntry> entries = file.keys().all().subList(1, file.keys().size());
      List<DataKey> keys =
          KeyWork.all(
              entries.size(),
              kek.threads(),
              i -> DataKey.unwrap(entries.get(i).wrapped(), kek),
              DataKey::close);
      held.handOver();
      KeyRing ring = new KeyRing(id, options, volumeKey, kek);
      ring.origin = origin;
      ring.originKey = originKey;
      for (int i = 0; i < keys.size(); i++) {
        ring.segments.add(ring.open(keys.get(i), entries.get(i)));
      }
      return ring;
    }
  }

  private static DataKey originKey(
      VolumeFile file, Origin origin, DataKey volumeKey, KeyEncryptionKey kek)
      throws KeyUnavailable {
    try (Held held = new Held()) {
      DataKey key = held.add(DataKey.unwrap(origin.volumeKey().wrapped(), kek), DataKey::close);
      if (!origin.isProven(key, new Origin.Heir(file.keys().get(0).id(), volumeKey))) {
        throw VolumeDamaged.header(
            file.path(), "where its pages come from was not written with its volume keys");
      }
      held.handOver();
      return key;
    }
  }

  /** Pages that another volume sealed are here from now on. */
  void inherit(Origin from, DataKey itsVolumeKey) {
    origin = from;
    originKey = itsVolumeKey.again();
  }

  /** Nothing is inherited any more. */
  void forgetOrigin() {
    if (originKey != null) {
      originKey.close();
    }
    origin = null;
    originKey = null;
  }

  DataKey volumeKey() {
    return volumeKey;
  }

  int size() {
    return segments.size();
  }

  SegmentKey get(int segment) {
    return segments.get(segment);
  }

  /** New data keys are wrapped by this one from now on. */
  void wrapBy(KeyEncryptionKey next) {
    kek = next;
  }

  /** A new data key with its entry. */
  record Fresh(DataKey key, KeyEntry entry) {}

  /** Draws and wraps data keys, in one key operation each; nothing else changes. */
  List<Fresh> make(int count) throws KeyUnavailable {
    Instant now = now(options);
    return KeyWork.all(
        count, kek.threads(), _ -> fresh(kek, options.random(), now), f -> f.key.close());
  }

  /** Draws, wraps and, to be sure, unwraps a data key: two key operations. */
  Fresh makeVerified() throws KeyUnavailable {
    return makeVerified(kek);
  }

  Fresh makeVerified(KeyEncryptionKey by) throws KeyUnavailable {
    Fresh fresh = fresh(by, options.random(), now(options));
    try (Held held = new Held()) {
      held.add(fresh.key, DataKey::close);
      Rotation.verify(fresh.key, fresh.entry.wrapped(), by);
      held.handOver();
      return fresh;
    }
  }

  static Instant now(VolumeOptions options) {
    return options.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }

  static Fresh fresh(KeyEncryptionKey kek, SecureRandom random, Instant now) throws KeyUnavailable {
    byte[] id = new byte[KeyEntry.ID];
    random.nextBytes(id);
    try (Held held = new Held()) {
      DataKey key = held.add(DataKey.random(random), DataKey::close);
      KeyEntry entry = new KeyEntry(id, key.wrap(kek), now, 1);
      held.handOver();
      return new Fresh(key, entry);
    }
  }

  /** The open form of a data key. */
  SegmentKey open(DataKey key, KeyEntry entry) {
    return new SegmentKey(
        key,
        volumeKey,
        new SegmentKey.Bound(volume, entry.id()),
        new SealNumbers(entry.unreserved(), options.sealLimit()),
        options.random(),
        entry.inherited() ? past(key, entry) : null);
  }

  private SegmentKey.Past past(DataKey key, KeyEntry entry) {
    Origin from = Objects.requireNonNull(origin);
    SegmentKey there =
        new SegmentKey(
            key.again(),
            Objects.requireNonNull(originKey),
            new SegmentKey.Bound(from.volume(), entry.id()),
            new SealNumbers(from.until(), 0),
            options.random());
    return new SegmentKey.Past(there, from.until());
  }

  /** Puts a key in its place; the one that was there is zeroed. */
  void put(int segment, SegmentKey key) {
    if (segment == segments.size()) {
      segments.add(key);
    } else {
      segments.set(segment, key).close();
    }
  }

  @Override
  public void close() {
    segments.forEach(SegmentKey::close);
    forgetOrigin();
    volumeKey.close();
  }
}
