package dev.wrapkey.encryption;

import static dev.wrapkey.encryption.Given.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random lives of volumes. A life that goes wrong is shortened to the deeds that it takes, and
 * those are said.
 */
class LifeTest {

  private static final int LIVES = 120;
  private static final int DEEDS = 24;

  private int cuts;
  private int heirs;

  private static List<Long> deeds(long seed) {
    return new Random(seed).longs(DEEDS).boxed().toList();
  }

  /** What went wrong in a life, or nothing. */
  private String wrongIn(List<Long> deeds, long sealLimit) {
    try {
      Life life = new Life(sealLimit);
      for (long deed : deeds) {
        life.live(deed);
      }
      cuts += life.cuts();
      heirs += life.heirs();
      return "";
    } catch (KeyUnavailable | RuntimeException | AssertionError e) {
      return e + " at " + e.getStackTrace()[0];
    }
  }

  private List<Long> shortest(List<Long> deeds, long sealLimit) {
    List<Long> shortest = new ArrayList<>(deeds);
    for (int i = shortest.size() - 1; i >= 0; i--) {
      List<Long> without = new ArrayList<>(shortest);
      without.remove(i);
      if (!wrongIn(without, sealLimit).isEmpty()) {
        shortest = without;
      }
    }
    return shortest;
  }

  @Test
  void whatWasAcknowledgedIsKeptThroughMoreThanAThousandCuts() {
    for (int seed = 0; seed < LIVES; seed++) {
      List<Long> deeds = deeds(seed);
      long limit = seed % 2 == 0 ? SealNumbers.LIMIT : 40;
      String wrong = wrongIn(deeds, limit);
      if (!wrong.isEmpty()) {
        List<Long> shortest = shortest(deeds, limit);
        throw new AssertionError("deeds " + shortest + ": " + wrongIn(shortest, limit));
      }
    }
    System.out.println(cuts + " kill points: 0 lost, 0 torn, 0 unreadable");
    assertThat(cuts).as("kill points").isGreaterThanOrEqualTo(1000);
    assertThat(heirs).as("lives with inherited data keys").isGreaterThan(100);
  }

  /** What somebody does to a file who has no key. */
  private static byte[] tampered(byte[] image, List<byte[]> past, Random chance) {
    byte[] changed = image.clone();
    int blocks = (image.length - 16384) / 8236;
    int at = 16384 + chance.nextInt(blocks) * 8236;
    int other = 16384 + chance.nextInt(blocks) * 8236;
    switch (chance.nextInt(6)) {
      case 0 -> changed[chance.nextInt(changed.length)] ^= (byte) (1 << chance.nextInt(8));
      case 1 -> {
        System.arraycopy(image, other, changed, at, 8236);
        System.arraycopy(image, at, changed, other, 8236);
      }
      case 2 -> System.arraycopy(image, other, changed, at, 8236);
      case 3 -> Arrays.fill(changed, at, at + 8236, (byte) 0);
      case 4 -> changed = Arrays.copyOf(changed, chance.nextInt(changed.length));
      default -> {
        byte[] old = past.get(chance.nextInt(past.size()));
        int length = Math.min(8236, old.length - at);
        if (length > 0) {
          System.arraycopy(old, at, changed, at, length);
        } else {
          System.arraycopy(old, 0, changed, 0, 8192);
        }
      }
    }
    return changed;
  }

  /**
   * One older slot beside the present one is not taken: only both together bring the past back,
   * which docs/decisions/nonces-and-data-keys.md says.
   */
  @Test
  void whatWasTamperedWithIsRefusedWithATypedErrorOrIsAsItWas() throws KeyUnavailable {
    int refused = 0;
    for (int seed = 1000; seed < 1040; seed++) {
      Life life = new Life(SealNumbers.LIMIT);
      life.live(7);
      for (long deed : deeds(seed)) {
        life.live(deed);
      }
      if (life.model().isEmpty()) {
        continue;
      }
      Random chance = new Random(seed);
      for (int round = 0; round < 50; round++) {
        refused += refusals(tampered(life.image(), life.past, chance), life);
      }
    }
    assertThat(refused).as("refusals").isGreaterThan(500);
  }

  private static int refusals(byte[] image, Life life) {
    int refused = 0;
    VolumeOptions options = Given.OPTIONS;
    try (Volume volume = Volume.open(MemoryDisk.of(image), life.id(), life.vault(), options)) {
      assertThat(volume.pages()).isEqualTo(life.model().size());
      for (int i = 0; i < life.model().size(); i++) {
        try {
          assertThat(volume.read(i)).isEqualTo(page(life.model().get(i)));
        } catch (VolumeDamaged damage) {
          assertThat(damage.page()).hasValue(i);
          refused++;
        }
      }
    } catch (VolumeDamaged | KeyUnavailable _) {
      refused++;
    }
    return refused;
  }
}
