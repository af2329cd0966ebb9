package dev.wrapkey.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.encryption.KeyEncryptionKey;
import dev.wrapkey.encryption.KeyUnavailable;
import dev.wrapkey.encryption.WrappedKey;
import org.junit.jupiter.api.Test;

class HeldKeysTest {

  private static final WrappedKey WRAPPED = new WrappedKey("k/1", "RSA-OAEP-256", new byte[] {9});

  private final HeldKeys held = new HeldKeys();
  private final byte[] dataKey = {1, 2, 3};
  private int asked;

  private KeyEncryptionKey kek() {
    return new KeyEncryptionKey() {
      @Override
      public WrappedKey wrap(byte[] plain) {
        return WRAPPED;
      }

      @Override
      public byte[] unwrap(WrappedKey wrapped) throws KeyUnavailable {
        asked++;
        return dataKey;
      }
    };
  }

  @Test
  void theKeyIsAskedOnceUntilTheDataKeyIsForgotten() throws Exception {
    assertThat(held.before("v", kek()).unwrap(WRAPPED)).containsExactly(1, 2, 3);
    assertThat(held.before("v", kek()).unwrap(WRAPPED)).containsExactly(1, 2, 3);
    assertThat(asked).isEqualTo(1);
  }

  @Test
  void whoeverZeroesWhatItGotDoesNotZeroWhatIsHeld() throws Exception {
    java.util.Arrays.fill(held.before("v", kek()).unwrap(WRAPPED), (byte) 0);
    assertThat(held.before("v", kek()).unwrap(WRAPPED)).containsExactly(1, 2, 3);
  }

  @Test
  void aForgottenDataKeyIsZeroed() throws Exception {
    held.before("v", kek()).unwrap(WRAPPED);
    held.keepOnly("other"::equals);
    assertThat(held.count()).isZero();
    assertThat(dataKey).containsOnly(0);
  }
}
