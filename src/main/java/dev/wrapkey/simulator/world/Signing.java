package dev.wrapkey.simulator.world;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Map;
import java.util.Optional;
import javax.crypto.BadPaddingException;
import javax.crypto.IllegalBlockSizeException;

/**
 * The signature algorithms of Key Vault: RS, PS and ES with 256, 384 and 512, each for a digest of
 * that length (JSON Web Algorithms, RFC 7518 §3). ES signatures are r and s beside each other.
 */
record Signing(String family, int bits) {

  private static final Map<Integer, String> CURVES =
      Map.of(256, "P-256", 384, "P-384", 512, "P-521");

  /** The algorithm of that name if the key can do it. */
  static Optional<Signing> of(String algorithm, Key.Kind kind) {
    if (!algorithm.matches("(RS|PS|ES)(256|384|512)")) {
      return Optional.empty();
    }
    Signing signing =
        new Signing(algorithm.substring(0, 2), Integer.parseInt(algorithm.substring(2)));
    boolean fits =
        signing.family.equals("ES") ? kind.curve().equals(CURVES.get(signing.bits)) : kind.isRsa();
    return fits ? Optional.of(signing) : Optional.empty();
  }

  byte[] sign(PrivateKey key, byte[] digest, SecureRandom random) throws GeneralSecurityException {
    requireLength(digest);
    return switch (family) {
      case "RS" -> RsaPadding.signPkcs1(key, bits, digest);
      case "PS" -> RsaPadding.signPss(key, bits, digest, random);
      default -> {
        Signature signature = Signature.getInstance("NONEwithECDSAinP1363Format");
        signature.initSign(key, random);
        signature.update(digest);
        yield signature.sign();
      }
    };
  }

  /** False for a signature that cannot be read, too. */
  boolean verify(PublicKey key, byte[] digest, byte[] signed) throws GeneralSecurityException {
    requireLength(digest);
    try {
      return switch (family) {
        case "RS" -> RsaPadding.verifyPkcs1(key, bits, digest, signed);
        case "PS" -> RsaPadding.verifyPss(key, bits, digest, signed);
        default -> {
          Signature signature = Signature.getInstance("NONEwithECDSAinP1363Format");
          signature.initVerify(key);
          signature.update(digest);
          yield signature.verify(signed);
        }
      };
    } catch (SignatureException | BadPaddingException | IllegalBlockSizeException unreadable) {
      return false;
    }
  }

  private void requireLength(byte[] digest) {
    if (digest.length * 8 != bits) {
      throw KeyRefusals.badParameter(
          "Invalid length of 'value': %d bytes. Please see https://www.rfc-editor.org/rfc/rfc7518.html#section-3"
              .formatted(digest.length));
    }
  }
}
