package dev.wrapkey.simulator.world;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;

/**
 * What a managed HSM does with symmetric keys: AES-GCM with a nonce that it chooses, AES-CBC with a
 * vector that the caller chooses, AES key wrap (RFC 3394).
 *
 * @param bits length of the key
 * @param mode {@code GCM}, {@code CBC}, {@code CBCPAD} or {@code KW}
 */
record Symmetric(int bits, String mode) {

  private static final int NONCE = 12;
  private static final int TAG = 16;
  private static final int BLOCK = 16;

  /** The algorithm of that name if the key has its length. */
  static Optional<Symmetric> of(String algorithm, Key.Kind kind) {
    if (!kind.isSymmetric() || !algorithm.matches("A(128|192|256)(GCM|CBC|CBCPAD|KW)")) {
      return Optional.empty();
    }
    Symmetric found =
        new Symmetric(Integer.parseInt(algorithm.substring(1, 4)), algorithm.substring(4));
    return found.bits == kind.bits() ? Optional.of(found) : Optional.empty();
  }

  CipherText encrypt(SecretKey key, CipherText input, SecureRandom random)
      throws GeneralSecurityException {
    switch (mode) {
      case "KW":
        return CipherText.of(keyWrap(Cipher.ENCRYPT_MODE, key, input.bytes()));
      case "GCM":
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        Cipher gcm = cipher(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG * 8, nonce));
        gcm.updateAAD(input.associated());
        byte[] sealed = gcm.doFinal(input.bytes());
        int length = sealed.length - TAG;
        return new CipherText(
            Arrays.copyOf(sealed, length),
            nonce,
            Arrays.copyOfRange(sealed, length, sealed.length),
            input.associated());
      default:
        byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, key, vector(input)).doFinal(input.bytes());
        return new CipherText(encrypted, input.iv(), new byte[0], new byte[0]);
    }
  }

  CipherText decrypt(SecretKey key, CipherText input) throws GeneralSecurityException {
    switch (mode) {
      case "KW":
        return CipherText.of(keyWrap(Cipher.DECRYPT_MODE, key, input.bytes()));
      case "GCM":
        if (input.iv().length != NONCE || input.tag().length != TAG) {
          throw KeyRefusals.badParameter("Property has invalid value\r\niv, tag");
        }
        Cipher gcm = cipher(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG * 8, input.iv()));
        gcm.updateAAD(input.associated());
        gcm.update(input.bytes());
        return CipherText.of(gcm.doFinal(input.tag()));
      default:
        if (input.bytes().length == 0) { // the JDK would make nothing of it, without complaint
          throw KeyRefusals.badParameter("Property has invalid value\r\nvalue");
        }
        return CipherText.of(
            cipher(Cipher.DECRYPT_MODE, key, vector(input)).doFinal(input.bytes()));
    }
  }

  private static IvParameterSpec vector(CipherText input) {
    if (input.iv().length != BLOCK) {
      throw KeyRefusals.badParameter("Property has invalid value\r\niv");
    }
    return new IvParameterSpec(input.iv());
  }

  private Cipher cipher(int direction, SecretKey key, AlgorithmParameterSpec parameters)
      throws GeneralSecurityException {
    String name =
        switch (mode) {
          case "GCM" -> "AES/GCM/NoPadding";
          case "CBC" -> "AES/CBC/NoPadding";
          default -> "AES/CBC/PKCS5Padding";
        };
    Cipher cipher = Cipher.getInstance(name);
    cipher.init(direction, key, parameters);
    return cipher;
  }

  private static byte[] keyWrap(int direction, SecretKey key, byte[] content)
      throws GeneralSecurityException {
    int least = direction == Cipher.ENCRYPT_MODE ? BLOCK : BLOCK + 8;
    if (content.length < least || content.length % 8 != 0) {
      throw KeyRefusals.badParameter("Property has invalid value\r\nvalue");
    }
    Cipher cipher = Cipher.getInstance("AES/KW/NoPadding");
    cipher.init(direction, key);
    return cipher.doFinal(content);
  }
}
