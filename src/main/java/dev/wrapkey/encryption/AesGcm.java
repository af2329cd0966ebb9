package dev.wrapkey.encryption;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.Key;
import java.util.Arrays;
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

  /** Writes ciphertext and tag of {@code plain} to the beginning of {@code out}. */
  void seal(Key key, byte[] iv, byte[] associated, Span plain, Span out) {
    try {
      start(Cipher.ENCRYPT_MODE, key, iv, associated);
      cipher.doFinal(plain.bytes(), plain.at(), plain.length(), out.bytes(), out.at());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM did not seal", e);
    }
  }

  /**
   * Writes the plain bytes of ciphertext and tag to the beginning of {@code out}.
   *
   * @throws AEADBadTagException if anything differs from what was sealed; {@code out} is zero then
   */
  void open(Key key, byte[] iv, byte[] associated, Span sealed, Span out)
      throws AEADBadTagException {
    try {
      start(Cipher.DECRYPT_MODE, key, iv, associated);
      cipher.doFinal(sealed.bytes(), sealed.at(), sealed.length(), out.bytes(), out.at());
    } catch (AEADBadTagException e) {
      Arrays.fill(out.bytes(), out.at(), out.at() + out.length(), (byte) 0);
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
