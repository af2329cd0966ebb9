package dev.wrapkey.encryption;

import static dev.wrapkey.encryption.Given.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * The life of one volume: a list of deeds, each with a seed of its own, so that a life that fails
 * can be lived again with any of them left out.
 *
 * <p>Beside the volume stands a model: the seed of each page. After every deed, and after every cut
 * in the middle of one, the pages must be what the model says: as before the deed or as after it if
 * it was cut, as after it if it was not.
 */
final class Life {

  private static final int SEGMENT = 3;
  private static final int MOST_PAGES = 11;
  private static final VolumeId BACKUP = new VolumeId(Given.ID.serverId(), "backup");

  private final PracticeVault vault = new PracticeVault();
  private final VolumeOptions options;

  /** Images as they once were, for those who put old blocks back. */
  final List<byte[]> past = new ArrayList<>();

  /** A restored server. */
  private record Next(MemoryDisk disk, VolumeId id) {}

  private Optional<Next> next = Optional.empty();
  private VolumeId id = Given.ID;
  private MemoryDisk disk;
  private List<Integer> model = new ArrayList<>();
  private int cuts;
  private int heirs;

  /** A life whose data keys end after so many seals. */
  Life(long sealLimit) throws KeyUnavailable {
    options =
        VolumeOptions.of(Given.RANDOM)
            .withThreads(1)
            .withPagesPerSegment(SEGMENT)
            .withSealLimit(sealLimit);
    disk = MemoryDisk.of(Opening.blank(Given.ID, vault, options));
  }

  int cuts() {
    return cuts;
  }

  /** How often there was something inherited when it was looked at. */
  int heirs() {
    return heirs;
  }

  VolumeId id() {
    return id;
  }

  List<Integer> model() {
    return model;
  }

  PracticeVault vault() {
    return vault;
  }

  byte[] image() {
    return disk.image();
  }

  /** Something that is done to an open volume, with what the pages are afterwards. */
  private record Deed(List<Integer> after, Action action) {}

  private interface Action {
    void on(Volume volume) throws KeyUnavailable;
  }

  /** Lives one deed, uncut or cut at a random step. */
  void live(long seed) throws KeyUnavailable {
    Random chance = new Random(seed);
    Deed deed = deed(chance);
    past.add(disk.image());
    boolean cut = chance.nextInt(3) > 0;
    disk.restart(cut ? chance.nextInt(24) : MemoryDisk.FOREVER);
    try (Volume volume = Volume.open(disk, id, vault, options)) {
      for (int again = chance.nextInt(3); again >= 0; again--) {
        deed.action.on(volume);
        model = deed.after;
      }
      requireSame(volume, List.of(model));
      moveOn();
    } catch (MemoryDisk.PowerCut _) {
      cuts++;
      next = Optional.empty();
      disk = MemoryDisk.of(chance.nextBoolean() ? disk.image() : disk.afterOnePowerCut(chance));
      try (Volume volume = Volume.open(disk, id, vault, options)) {
        model = requireSame(volume, List.of(model, deed.after));
      }
    }
    disk.restart(MemoryDisk.FOREVER);
  }

  /** Life goes on with the restored server. */
  private void moveOn() throws KeyUnavailable {
    if (next.isPresent()) {
      disk = next.get().disk;
      id = next.get().id;
      next = Optional.empty();
      try (Volume volume = Volume.open(disk, id, vault, options)) {
        keepOnlyNeeded(volume);
      }
    }
  }

  /** Of the versions below the oldest one, only inherited data keys may need any. */
  private void keepOnlyNeeded(Volume volume) {
    vault.kept =
        volume.keys().stream()
            .filter(StoredKey::isInherited)
            .map(key -> key.wrapped().keyVersion())
            .collect(Collectors.toSet());
    heirs += vault.kept.isEmpty() ? 0 : 1;
  }

  private Deed deed(Random chance) {
    return switch (chance.nextInt(12)) {
      case 0 -> new Deed(model, this::rotate);
      case 1 -> new Deed(model, volume -> rotate(volume, chance.nextInt(4)));
      case 2 -> new Deed(model, volume -> rekey(volume, chance));
      case 3 -> new Deed(model, volume -> restore(volume, chance.nextInt(5)));
      case 4 -> inherit(chance);
      case 5 -> new Deed(model, volume -> rekeyInherited(volume, chance.nextInt(4)));
      default -> write(chance);
    };
  }

  private Deed write(Random chance) {
    int first = chance.nextInt(Math.min(model.size() + 1, MOST_PAGES));
    int count = 1 + chance.nextInt(MOST_PAGES - first);
    List<Integer> after = new ArrayList<>(model);
    List<byte[]> pages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int content = chance.nextInt();
      pages.add(page(content));
      if (first + i < after.size()) {
        after.set(first + i, content);
      } else {
        after.add(content);
      }
    }
    return new Deed(after, volume -> volume.write(first, pages));
  }

  private void rotate(Volume volume) throws KeyUnavailable {
    vault.newest++;
    volume.rewrap(vault);
    vault.oldest = vault.newest;
    keepOnlyNeeded(volume);
  }

  /** Ends a rotation early; what is under the old version stays there. */
  private void rotate(Volume volume, int most) throws KeyUnavailable {
    vault.newest++;
    volume.rewrap(vault, (done, _) -> done < most);
    if (vault.newest - vault.oldest > 8) {
      rotate(volume);
    }
  }

  private void rekey(Volume volume, Random chance) throws KeyUnavailable {
    if (volume.segments() > 0) {
      volume.rekey(chance.nextInt(volume.segments()));
    }
  }

  /** A backup is taken, some more is written to it, and life goes on with the backup. */
  private void restore(Volume volume, int at) throws KeyUnavailable {
    MemoryDisk backup = MemoryDisk.of(Opening.blank(id, vault, options));
    try (Volume copy = Volume.open(backup, id, vault, options)) {
      Copying.pages(volume.store(), copy.store());
      requireSame(copy, List.of(model));
      if (at == 0) {
        disk = MemoryDisk.of(backup.image());
      }
    }
  }

  /**
   * Another server is restored from a backup of this one, by another key, and life goes on with it:
   * its first pages as they are sealed in the backup.
   */
  private Deed inherit(Random chance) {
    int pages = chance.nextInt(model.size() + 1);
    int other = chance.nextInt();
    return new Deed(model, volume -> inherit(volume, pages, other));
  }

  private void inherit(Volume volume, int pages, int number) throws KeyUnavailable {
    MemoryDisk backup = MemoryDisk.of(Opening.blank(BACKUP, vault, options));
    VolumeId restored = new VolumeId("/subscriptions/1/servers/copy" + number, "data");
    vault.newest++;
    MemoryDisk heir = MemoryDisk.of(Opening.blank(restored, vault, options));
    try (Volume copy = Volume.open(backup, BACKUP, vault, options);
        Volume fresh = Volume.open(heir, restored, vault, options)) {
      Copying.pages(volume.store(), copy.store());
      fresh.inherit(copy, pages);
      for (int page = pages; page < model.size(); page++) {
        fresh.write(page, page(model.get(page)));
      }
      requireSame(fresh, List.of(model));
    }
    next = Optional.of(new Next(heir, restored));
  }

  /** As many segments as the watch lets pass; the volume then needs their old key no more. */
  private void rekeyInherited(Volume volume, int most) throws KeyUnavailable {
    volume.rekeyInherited((done, _) -> done < most);
    keepOnlyNeeded(volume);
  }

  /** The model that the volume agrees with. */
  private static List<Integer> requireSame(Volume volume, List<List<Integer>> allowed) {
    for (List<Integer> model : allowed) {
      if (agrees(volume, model)) {
        return model;
      }
    }
    throw new AssertionError("the pages are neither as before nor as after");
  }

  private static boolean agrees(Volume volume, List<Integer> model) {
    boolean same = volume.pages() == model.size();
    for (int i = 0; same && i < model.size(); i++) {
      same = Arrays.equals(volume.read(i), page(model.get(i)));
    }
    return same;
  }
}
