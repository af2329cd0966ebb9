package dev.wrapkey.simulator.world;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAKey;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;

/**
 * RSA signatures of digests that somebody else made: PKCS #1 v1.5 and PSS with a salt as long as
 * the digest (RFC 8017 §8.1, §8.2). The JDK signs messages only.
 */
final class RsaPadding {

  private RsaPadding() {}

  /** The digest with the name of its algorithm, DER (RFC 8017 §9.2, note 1). */
  private static byte[] digestInfo(int bits, byte[] digest) {
    String prefix =
        switch (bits) {
          case 384 -> "3041300d060960864801650304020205000430";
          case 512 -> "3051300d060960864801650304020305000440";
          default -> "3031300d060960864801650304020105000420";
        };
    return concat(HexFormat.of().parseHex(prefix), digest);
  }

  static byte[] signPkcs1(PrivateKey key, int bits, byte[] digest) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
    cipher.init(Cipher.ENCRYPT_MODE, key);
    return cipher.doFinal(digestInfo(bits, digest));
  }

  static boolean verifyPkcs1(PublicKey key, int bits, byte[] digest, byte[] signature)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
    cipher.init(Cipher.DECRYPT_MODE, key);
    return MessageDigest.isEqual(cipher.doFinal(signature), digestInfo(bits, digest));
  }

  static byte[] signPss(PrivateKey key, int bits, byte[] digest, SecureRandom random)
      throws GeneralSecurityException {
    byte[] salt = new byte[digest.length];
    random.nextBytes(salt);
    byte[] encoded = encode(digest, salt, modulus(key).bitLength() - 1, bits);
    return raw(Cipher.DECRYPT_MODE, key, encoded);
  }

  static boolean verifyPss(PublicKey key, int bits, byte[] digest, byte[] signature)
      throws GeneralSecurityException {
    int emBits = modulus(key).bitLength() - 1;
    if (new BigInteger(1, signature).compareTo(modulus(key)) >= 0) {
      return false;
    }
    byte[] padded = raw(Cipher.ENCRYPT_MODE, key, signature);
    int length = (emBits + 7) / 8;
    byte[] encoded = Arrays.copyOfRange(padded, padded.length - length, padded.length);
    byte[] salt = saltOf(encoded, digest.length, bits, emBits);
    return MessageDigest.isEqual(encoded, encode(digest, salt, emBits, bits));
  }

  /** EMSA-PSS-ENCODE after the hashing (RFC 8017 §9.1.1). */
  private static byte[] encode(byte[] digest, byte[] salt, int emBits, int bits)
      throws GeneralSecurityException {
    int length = (emBits + 7) / 8;
    byte[] block = new byte[length - digest.length - 1];
    if (block.length < salt.length + 1) {
      throw new GeneralSecurityException("the key is too short for the digest");
    }
    byte[] hash = hash(bits, concat(new byte[8], digest, salt));
    block[block.length - salt.length - 1] = 1;
    System.arraycopy(salt, 0, block, block.length - salt.length, salt.length);
    xor(block, mask(hash, block.length, bits));
    block[0] &= (byte) (0xff >> (8 * length - emBits));
    return concat(block, hash, new byte[] {(byte) 0xbc});
  }

  private static byte[] saltOf(byte[] encoded, int digestLength, int bits, int emBits)
      throws GeneralSecurityException {
    int blockLength = encoded.length - digestLength - 1;
    if (blockLength < digestLength + 1) {
      throw new GeneralSecurityException("the key is too short for the digest");
    }
    byte[] block = Arrays.copyOf(encoded, blockLength);
    byte[] hash = Arrays.copyOfRange(encoded, blockLength, encoded.length - 1);
    xor(block, mask(hash, blockLength, bits));
    block[0] &= (byte) (0xff >> (8 * encoded.length - emBits));
    return Arrays.copyOfRange(block, blockLength - digestLength, blockLength);
  }

  /** MGF1 (RFC 8017 §B.2.1). */
  private static byte[] mask(byte[] seed, int length, int bits) throws GeneralSecurityException {
    byte[] mask = new byte[0];
    for (int i = 0; mask.length < length; i++) {
      byte[] counter = {(byte) (i >> 24), (byte) (i >> 16), (byte) (i >> 8), (byte) i};
      mask = concat(mask, hash(bits, concat(seed, counter)));
    }
    return Arrays.copyOf(mask, length);
  }

  private static byte[] raw(int mode, java.security.Key key, byte[] block)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("RSA/ECB/NoPadding");
    cipher.init(mode, key);
    return cipher.doFinal(block);
  }

  private static byte[] hash(int bits, byte[] content) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-" + bits).digest(content);
  }

  private static BigInteger modulus(java.security.Key key) {
    return ((RSAKey) key).getModulus();
  }

  private static void xor(byte[] target, byte[] with) {
    for (int i = 0; i < target.length; i++) {
      target[i] ^= with[i];
    }
  }

  private static byte[] concat(byte[]... parts) {
    byte[] all = new byte[Arrays.stream(parts).mapToInt(p -> p.length).sum()];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }
}
