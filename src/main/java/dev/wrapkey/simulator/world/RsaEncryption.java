package dev.wrapkey.simulator.world;

import java.security.GeneralSecurityException;
import java.security.spec.MGF1ParameterSpec;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/** {@code RSA1_5}, {@code RSA-OAEP} and {@code RSA-OAEP-256} (RFC 7518 §4.2, §4.3). */
final class RsaEncryption {

  private static final List<String> NAMES = List.of("RSA-OAEP", "RSA-OAEP-256", "RSA1_5");

  private RsaEncryption() {}

  static boolean isFor(String algorithm, Key.Kind kind) {
    return kind.isRsa() && NAMES.contains(algorithm);
  }

  static byte[] run(int direction, String algorithm, java.security.Key key, byte[] content)
      throws GeneralSecurityException {
    if (algorithm.equals("RSA1_5")) {
      Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
      cipher.init(direction, key);
      return cipher.doFinal(content);
    }
    boolean sha256 = algorithm.equals("RSA-OAEP-256");
    Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
    cipher.init(
        direction,
        key,
        new OAEPParameterSpec(
            sha256 ? "SHA-256" : "SHA-1",
            "MGF1",
            sha256 ? MGF1ParameterSpec.SHA256 : MGF1ParameterSpec.SHA1,
            PSource.PSpecified.DEFAULT));
    return cipher.doFinal(content);
  }
}
