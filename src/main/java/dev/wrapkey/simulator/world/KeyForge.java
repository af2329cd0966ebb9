package dev.wrapkey.simulator.world;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;

/** Makes keys of every kind that Key Vault has. */
final class KeyForge {

  private final SecureRandom random;

  KeyForge(SecureRandom random) {
    this.random = random;
  }

  KeySafe.Given make(Key.Kind kind) {
    if (kind.isSymmetric()) {
      byte[] bytes = new byte[kind.bits() / 8];
      random.nextBytes(bytes);
      return new KeySafe.Given("AES", new byte[0], bytes);
    }
    return KeyBench.pair(kind, () -> pair(kind));
  }

  private KeySafe.Given pair(Key.Kind kind) {
    try {
      KeyPair pair = generator(kind).generateKeyPair();
      return new KeySafe.Given(
          pair.getPublic().getAlgorithm(),
          pair.getPublic().getEncoded(),
          pair.getPrivate().getEncoded());
    } catch (GeneralSecurityException unsupported) {
      throw new IllegalStateException("a key of kind " + kind + " cannot be made", unsupported);
    }
  }

  private KeyPairGenerator generator(Key.Kind kind) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(kind.isRsa() ? "RSA" : "EC");
    if (kind.isRsa()) {
      generator.initialize(kind.bits(), random);
    } else {
      generator.initialize(new ECGenParameterSpec(curve(kind.curve())), random);
    }
    return generator;
  }

  /** The JDK's name of a curve. */
  static String curve(String name) {
    return switch (name) {
      case "P-384" -> "secp384r1";
      case "P-521" -> "secp521r1";
      default -> "secp256r1";
    };
  }
}
