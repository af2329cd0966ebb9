package dev.wrapkey.encryption;

import static dev.wrapkey.encryption.Given.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VolumeRangeTest extends FiledVolume {

  @Test
  void thePageAfterTheLastOneIsAppendedAndAGapIsRefused() throws KeyUnavailable {
    filled(2);
    try (Volume volume = open()) {
      assertThatThrownBy(() -> volume.write(3, page(3)))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> volume.write(-1, page(3)))
          .isInstanceOf(IndexOutOfBoundsException.class);
      volume.write(2, page(2));
      assertThat(volume.pages()).isEqualTo(3);
    }
  }

  @Test
  void aPageThatIsNotThereIsNotRead() throws KeyUnavailable {
    filled(2);
    try (Volume volume = open()) {
      assertThatThrownBy(() -> volume.read(2)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> volume.stored(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void aPageOfAnotherLengthIsRefusedAndNothingOfItsBatchIsWritten() throws KeyUnavailable {
    filled(1);
    try (Volume volume = open()) {
      assertThatThrownBy(() -> volume.write(0, List.of(page(7), new byte[8191])))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(volume.read(0)).isEqualTo(page(0));
      assertThat(volume.pages()).isEqualTo(1);
    }
  }

  @Test
  void aRangeThatIsNotThereOrNoMultipleOfPagesIsRefused() throws KeyUnavailable {
    filled(3);
    try (Volume volume = open()) {
      assertThatThrownBy(() -> volume.read(2, new byte[2 * 8192]))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> volume.read(0, new byte[8193]))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> volume.writeAll(0, new byte[100]))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> volume.writeAll(4, new byte[8192]))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void aDamagedPageInARangeIsZeroAndTheDamageIsSaid() throws KeyUnavailable {
    MemoryDisk disk = MemoryDisk.of(Given.image(4, kek));
    try (Volume volume = Given.open(disk, kek)) {
      byte[] stored = volume.stored(2);
      byte[] image = disk.image();
      int at = 16384;
      while (!Arrays.equals(stored, Arrays.copyOfRange(image, at, at + stored.length))) {
        at += stored.length;
      }
      disk.write(at + 4000, new byte[] {(byte) (stored[4000] + 1)});
      byte[] into = new byte[4 * 8192];
      Arrays.fill(into, (byte) 9);
      assertThatThrownBy(() -> volume.read(0, into)).isInstanceOf(VolumeDamaged.class);
      assertThat(Arrays.copyOfRange(into, 2 * 8192, 3 * 8192)).isEqualTo(new byte[8192]);
    }
  }

  @Test
  void readersGoSideBySideWithAWriter() throws Exception {
    filled(4);
    try (Volume volume = open()) {
      List<Throwable> wrong = new CopyOnWriteArrayList<>();
      List<Thread> readers =
          IntStream.range(0, 3)
              .mapToObj(_ -> Thread.ofPlatform().start(() -> readALot(volume, wrong)))
              .toList();
      for (int round = 0; round < 50; round++) {
        volume.write(0, List.of(page(round), page(round), page(round), page(round)));
      }
      for (Thread reader : readers) {
        reader.join();
      }
      assertThat(wrong).isEmpty();
    }
  }

  /** All pages of a read are of one round, because a change waits for readers. */
  private static void readALot(Volume volume, List<Throwable> wrong) {
    byte[] into = new byte[4 * 8192];
    volume.read(0, into);
    for (int time = 0; time < 200; time++) {
      try {
        volume.read(0, into);
      } catch (VolumeDamaged | IllegalStateException e) {
        wrong.add(e);
      }
      boolean begun = !Arrays.equals(Arrays.copyOf(into, 8192), page(0));
      if (begun && !Arrays.equals(into, 0, 8192, into, 8192, 16384)) {
        wrong.add(new AssertionError("two rounds in one read"));
      }
    }
  }

  @Test
  void warmingUpLeavesNothingAndEndsWhenInterrupted() {
    Volume.warmUp();
    Thread.currentThread().interrupt();
    Volume.warmUp();
    assertThat(Thread.interrupted()).isTrue();
  }
}
