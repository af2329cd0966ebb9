package dev.wrapkey.encryption;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The data keys of a volume: entry 0 is the volume key, entry 1 + s that of segment s.
 *
 * <p>Stored in chunks of one block each: 14 entries of 560 bytes, big-endian: first seal number not
 * reserved (8 bytes), when wrapped in milliseconds since 1970 (8), data-key id (16), place of key
 * version and algorithm in the names (4), 1 if inherited and else 0 (4), wrapped key: length (2),
 * bytes, zeros (518). Where the inherited ones come from is in the {@link Origin}, as long as there
 * are any.
 */
final class KeyTable {

  static final int ENTRIES = 14;
  static final int MAX_DIRECTORIES = 16;
  static final int MAX_KEYS = ENTRIES * ChunkTree.FANOUT * MAX_DIRECTORIES;

  private final ChunkTree tree = new ChunkTree("key table");
  private final List<KeyEntry> entries = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();
  private final KeyNames names;
  private Root namesRoot;
  private @Nullable Origin origin;
  private int originPlace = -1;
  private @Nullable Root originRoot;

  private KeyTable(KeyNames names, Root namesRoot) {
    this.names = names;
    this.namesRoot = namesRoot;
  }

  static KeyTable empty() {
    return new KeyTable(new KeyNames(), new Root(-1, new byte[Digests.SHA256]));
  }

  static int chunks(int keys) {
    return (keys + ENTRIES - 1) / ENTRIES;
  }

  static int directories(int keys) {
    return ChunkTree.directories(chunks(keys));
  }

  /** Reads the table that {@code header} points to and marks its blocks as taken. */
  static KeyTable read(Path file, VolumeHeader header, Blocks blocks) {
    byte[] named = blocks.read(header.names().block());
    if (!blocks.take(header.names().block()) || !header.names().fits(named)) {
      throw VolumeDamaged.header(
          file, "the names of the keys are not those the header was written for");
    }
    try {
      KeyTable table = new KeyTable(KeyNames.read(ByteBuffer.wrap(named)), header.names());
      table.tree.read(
          file,
          header.keyTable(),
          chunks(header.keys()),
          blocks,
          (_, bytes) -> table.add(bytes, header.keys()));
      table.readOrigin(file, header, blocks);
      return table;
    } catch (IllegalArgumentException e) {
      throw VolumeDamaged.header(file, "a field of the key table is out of its range");
    }
  }

  private void readOrigin(Path file, VolumeHeader header, Blocks blocks) {
    Root root = header.origin();
    if (root == null) {
      if (entries.stream().anyMatch(KeyEntry::inherited)) {
        throw new IllegalArgumentException("inherited from nowhere");
      }
      return;
    }
    byte[] block = blocks.read(root.block());
    if (!blocks.take(root.block()) || !root.fits(block)) {
      throw VolumeDamaged.header(file, "the origin is not the one the header was written for");
    }
    ByteBuffer in = ByteBuffer.wrap(block);
    KeyEntry volumeKey = entry(in);
    origin = Origin.read(volumeKey, in);
    originPlace = names.find(KeyNames.Name.of(volumeKey.wrapped()));
    originRoot = root;
  }

  private void add(ByteBuffer in, int keys) {
    for (int i = 0; i < ENTRIES && entries.size() < keys; i++) {
      KeyEntry entry = entry(in);
      entries.add(entry);
      places.add(names.find(KeyNames.Name.of(entry.wrapped())));
    }
  }

  private KeyEntry entry(ByteBuffer in) {
    long unreserved = in.getLong();
    Instant at = Instant.ofEpochMilli(in.getLong());
    byte[] id = Fields.take(in, KeyEntry.ID);
    KeyNames.Name name = names.get(in.getInt());
    int inherited = in.getInt();
    byte[] bytes = Fields.field(in, KeyEntry.MAX_WRAPPED);
    if (unreserved < 1 || unreserved > SealNumbers.LIMIT + 1 || inherited < 0 || inherited > 1) {
      throw new IllegalArgumentException("seal number or inheritance");
    }
    WrappedKey wrapped = new WrappedKey(name.keyVersion(), name.algorithm(), bytes);
    return new KeyEntry(id, wrapped, at, unreserved, inherited == 1);
  }

  int size() {
    return entries.size();
  }

  KeyEntry get(int index) {
    return entries.get(index);
  }

  List<KeyEntry> all() {
    return List.copyOf(entries);
  }

  Root names() {
    return namesRoot;
  }

  List<Root> roots() {
    return tree.roots();
  }

  /** Where the inherited data keys come from, as long as there are any. */
  Optional<Origin> origin() {
    return Optional.ofNullable(origin);
  }

  @Nullable Root originRoot() {
    return originRoot;
  }

  /** Says where the data keys come from that are inherited in the same change. */
  void inherit(Origin from) {
    originPlace = place(KeyNames.Name.of(from.volumeKey().wrapped()), -1);
    origin = from;
  }

  /** Changes an entry; the one after the last is new. */
  void put(int index, KeyEntry entry) {
    int place = place(KeyNames.Name.of(entry.wrapped()), index);
    if (index < entries.size()) {
      entries.set(index, entry);
      places.set(index, place);
    } else if (index == MAX_KEYS) {
      throw new IllegalStateException("a volume has at most " + MAX_KEYS + " data keys");
    } else {
      entries.add(entry);
      places.add(place);
    }
    tree.touch(index / ENTRIES);
  }

  private int place(KeyNames.Name name, int index) {
    int known = names.find(name);
    return known >= 0 ? known : names.add(name, used(index));
  }

  private Set<Integer> used(int except) {
    Set<Integer> used = new HashSet<>();
    used.add(originPlace);
    for (int i = 0; i < places.size(); i++) {
      if (i != except) {
        used.add(places.get(i));
      }
    }
    return used;
  }

  /** Writes what changed to free blocks. */
  void write(Blocks blocks) {
    writeOrigin(blocks);
    if (names.takeChanged()) {
      if (namesRoot.block() >= 0) {
        blocks.retire(namesRoot.block());
      }
      namesRoot = blocks.write(names.bytes());
    }
    tree.write(blocks, this::chunk);
  }

  private void writeOrigin(Blocks blocks) {
    if (origin != null && entries.stream().noneMatch(KeyEntry::inherited)) {
      origin = null;
      originPlace = -1;
      if (originRoot != null) {
        blocks.retire(originRoot.block());
      }
      originRoot = null;
    } else if (origin != null && originRoot == null) {
      ByteBuffer out = ByteBuffer.allocate(Blocks.SIZE);
      put(out, origin.volumeKey(), originPlace);
      origin.putRest(out);
      originRoot = blocks.write(out.array());
    }
  }

  private byte[] chunk(int number) {
    ByteBuffer out = ByteBuffer.allocate(Blocks.SIZE);
    int from = number * ENTRIES;
    for (int i = from; i < Math.min(from + ENTRIES, entries.size()); i++) {
      put(out, entries.get(i), places.get(i));
    }
    return out.array();
  }

  private static void put(ByteBuffer out, KeyEntry entry, int place) {
    out.putLong(entry.unreserved()).putLong(entry.wrappedAt().toEpochMilli()).put(entry.id());
    out.putInt(place).putInt(entry.inherited() ? 1 : 0);
    Fields.put(out, entry.wrapped().bytes(), KeyEntry.MAX_WRAPPED);
  }
}
