package dev.wrapkey.encryption;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.Key;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/** AES-GCM of the JDK with a tag of 16 bytes. One instance is for one thread at a time. */
final class AesGcm {

  static final int TAG = 16;

  private final Cipher cipher;

  AesGcm() {
    try {
      cipher = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no AES-GCM", e);
    }
  }

  /** Writes ciphertext and tag to {@code out} from {@code at} on. */
  void seal(Key key, byte[] iv, byte[] associated, byte[] plain, byte[] out, int at) {
    try {
      start(Cipher.ENCRYPT_MODE, key, iv, associated);
      cipher.doFinal(plain, 0, plain.length, out, at);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM did not seal", e);
    }
  }

  /**
   * The plain bytes of ciphertext and tag, which begin at {@code from} in {@code sealed}.
   *
   * @throws AEADBadTagException if anything differs from what was sealed
   */
  byte[] open(Key key, byte[] iv, byte[] associated, byte[] sealed, int from)
      throws AEADBadTagException {
    try {
      start(Cipher.DECRYPT_MODE, key, iv, associated);
      return cipher.doFinal(sealed, from, sealed.length - from);
    } catch (AEADBadTagException e) {
      throw e;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM did not open", e);
    }
  }

  private void start(int mode, Key key, byte[] iv, byte[] associated)
      throws GeneralSecurityException {
    try {
      cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, iv));
    } catch (InvalidAlgorithmParameterException e) {
      throw new IllegalArgumentException(
          "AES-GCM refuses a nonce of " + iv.length + " bytes here", e);
    }
    cipher.updateAAD(associated);
  }
}
