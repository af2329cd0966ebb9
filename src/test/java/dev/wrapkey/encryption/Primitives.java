package dev.wrapkey.encryption;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Security;
import java.security.spec.MGF1ParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.Wrapper;
import org.bouncycastle.crypto.engines.AESWrapEngine;
import org.bouncycastle.crypto.engines.AESWrapPadEngine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The algorithms of the project as one implementation has them: the JDK or Bouncy Castle. */
enum Primitives {
  JDK,
  BOUNCY_CASTLE;

  private static final Provider BC = new BouncyCastleProvider();

  /**
   * The hashes of an OAEP.
   *
   * @param hash for the label
   * @param mask for the mask
   * @param label usually empty
   */
  record Oaep(String hash, String mask, byte[] label) {

    OAEPParameterSpec parameters() {
      return new OAEPParameterSpec(
          hash, "MGF1", new MGF1ParameterSpec(mask), new PSource.PSpecified(label));
    }
  }

  private Cipher cipher(String name) throws GeneralSecurityException {
    return this == JDK ? Cipher.getInstance(name, jdk("Cipher." + family(name))) : of(name);
  }

  private static Cipher of(String name) throws GeneralSecurityException {
    return Cipher.getInstance(name, BC);
  }

  private static String family(String name) {
    return name.substring(0, name.indexOf('/'));
  }

  private static Provider jdk(String service) {
    return Security.getProviders(service)[0];
  }

  byte[] gcm(int direction, byte[] key, byte[] nonce, byte[] associated, byte[] in)
      throws GeneralSecurityException {
    Cipher cipher = cipher("AES/GCM/NoPadding");
    cipher.init(direction, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
    cipher.updateAAD(associated);
    return cipher.doFinal(in);
  }

  byte[] cbc(int direction, byte[] key, byte[] vector, byte[] in) throws GeneralSecurityException {
    Cipher cipher = cipher("AES/CBC/PKCS5Padding");
    cipher.init(direction, new SecretKeySpec(key, "AES"), new IvParameterSpec(vector));
    return cipher.doFinal(in);
  }

  byte[] keyWrap(int direction, boolean padded, byte[] key, byte[] in)
      throws GeneralSecurityException {
    if (this == JDK) {
      Cipher cipher = cipher(padded ? "AES/KWP/NoPadding" : "AES/KW/NoPadding");
      cipher.init(direction, new SecretKeySpec(key, "AES"));
      try {
        return cipher.doFinal(in);
      } catch (NegativeArraySizeException shorterThanAnyWrapping) {
        throw new GeneralSecurityException(shorterThanAnyWrapping);
      }
    }
    Wrapper engine = padded ? new AESWrapPadEngine() : new AESWrapEngine();
    engine.init(direction == Cipher.ENCRYPT_MODE, new KeyParameter(key));
    try {
      return direction == Cipher.ENCRYPT_MODE
          ? engine.wrap(in, 0, in.length)
          : engine.unwrap(in, 0, in.length);
    } catch (InvalidCipherTextException
        | org.bouncycastle.crypto.DataLengthException
        | ArrayIndexOutOfBoundsException e) {
      throw new GeneralSecurityException(e);
    }
  }

  byte[] hmac(String name, byte[] key, byte[] message) throws GeneralSecurityException {
    Mac mac = this == JDK ? Mac.getInstance(name, jdk("Mac." + name)) : Mac.getInstance(name, BC);
    mac.init(new SecretKeySpec(key, name));
    return mac.doFinal(message);
  }

  byte[] oaep(PrivateKey key, Oaep oaep, byte[] in) throws GeneralSecurityException {
    Cipher cipher = cipher("RSA/ECB/OAEPPadding");
    cipher.init(Cipher.DECRYPT_MODE, key, oaep.parameters());
    return cipher.doFinal(in);
  }

  byte[] oaep(PublicKey key, Oaep oaep, byte[] in, SecureRandom random)
      throws GeneralSecurityException {
    Cipher cipher = cipher("RSA/ECB/OAEPPadding");
    cipher.init(Cipher.ENCRYPT_MODE, key, oaep.parameters(), random);
    return cipher.doFinal(in);
  }

  byte[] pkcs1(PrivateKey key, byte[] in) throws GeneralSecurityException {
    Cipher cipher = cipher("RSA/ECB/PKCS1Padding");
    cipher.init(Cipher.DECRYPT_MODE, key);
    return cipher.doFinal(in);
  }

  byte[] pkcs1(PublicKey key, byte[] in, SecureRandom random) throws GeneralSecurityException {
    Cipher cipher = cipher("RSA/ECB/PKCS1Padding");
    cipher.init(Cipher.ENCRYPT_MODE, key, random);
    return cipher.doFinal(in);
  }
}
