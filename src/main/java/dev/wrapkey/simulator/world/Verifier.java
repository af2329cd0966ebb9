package dev.wrapkey.simulator.world;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What is kept of a password: enough to check it, not enough to know it. The fields and their
 * making are those of SCRAM-SHA-256 (RFC 5803, RFC 7677), the form in which PostgreSQL itself keeps
 * passwords.
 *
 * @param salt base64
 * @param iterations of PBKDF2
 * @param storedKey base64
 */
public record Verifier(String salt, int iterations, String storedKey) {

  private static final int ITERATIONS = 4096;

  /** Makes a verifier with a fresh salt. */
  public static Verifier of(String password, SecureRandom random) {
    byte[] salt = new byte[16];
    random.nextBytes(salt);
    return new Verifier(encode(salt), ITERATIONS, encode(storedKey(password, salt, ITERATIONS)));
  }

  /** Whether it is the password. */
  public boolean accepts(String password) {
    byte[] mine = storedKey(password, Base64.getDecoder().decode(salt), iterations);
    return MessageDigest.isEqual(mine, Base64.getDecoder().decode(storedKey));
  }

  private static byte[] storedKey(String password, byte[] salt, int iterations) {
    try {
      PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, 256);
      byte[] salted =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
      spec.clearPassword();
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(salted, "HmacSHA256"));
      byte[] clientKey = mac.doFinal("Client Key".getBytes(StandardCharsets.US_ASCII));
      return MessageDigest.getInstance("SHA-256").digest(clientKey);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has PBKDF2 and SHA-256", missing);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
