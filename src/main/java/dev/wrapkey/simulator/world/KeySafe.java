package dev.wrapkey.simulator.world;

import dev.wrapkey.encryption.KeyEncryptionKey;
import dev.wrapkey.encryption.RsaKeyEncryptionKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/**
 * The real keys behind {@link Key.Version}: generated when first needed, because RSA keys are slow
 * to make. Private keys are stored sealed and never leave the practice cloud.
 */
public final class KeySafe {

  private final Table<Material> materials;
  private final Sealer sealer;
  private final SecureRandom random;

  public KeySafe(Store store, Sealer sealer, SecureRandom random) {
    this.materials = store.table("materials", Material.class);
    this.sealer = sealer;
    this.random = random;
  }

  /**
   * A key pair as stored.
   *
   * @param version of the key
   * @param algorithm {@code RSA} or {@code EC}
   * @param publicKey X.509, base64
   * @param privateKey PKCS#8, sealed
   */
  public record Material(String version, String algorithm, String publicKey, String privateKey) {}

  /** Makes the keys of several versions at once, on all cores. */
  public void prepare(List<Key.Version> versions) {
    versions.parallelStream()
        .filter(v -> materials.get(v.id()).isEmpty())
        .map(this::generate)
        .collect(Collectors.toList())
        .forEach(m -> materials.put(m.version(), m));
  }

  public PublicKey publicKey(Key.Version version) {
    Material material = material(version);
    try {
      byte[] encoded = Base64.getDecoder().decode(material.publicKey());
      return KeyFactory.getInstance(material.algorithm())
          .generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException damaged) {
      throw new IllegalStateException(
          "the public key of " + version.id() + " cannot be read", damaged);
    }
  }

  /**
   * Encrypts with the public key.
   *
   * @param algorithm {@code RSA-OAEP}, {@code RSA-OAEP-256} or {@code RSA1_5}
   * @throws Refusal 400 if the algorithm does not fit the key or the data does not fit the
   *     algorithm
   */
  public byte[] encrypt(Key.Version version, String algorithm, byte[] plain) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, algorithm, version, publicKey(version)).doFinal(plain);
    } catch (GeneralSecurityException unfit) {
      throw KeyRefusals.badParameter("The value is too long for the key and the algorithm.");
    }
  }

  /** Decrypts with the private key; see {@link #encrypt}. */
  public byte[] decrypt(Key.Version version, String algorithm, byte[] wrapped) {
    try {
      return cipher(Cipher.DECRYPT_MODE, algorithm, version, privateKey(version)).doFinal(wrapped);
    } catch (GeneralSecurityException unfit) {
      throw KeyRefusals.badParameter("The parameter is incorrect.\r\n");
    }
  }

  /**
   * An RSA key for use inside the practice cloud.
   *
   * @param name what is written beside everything it wraps
   */
  KeyEncryptionKey keyEncryptionKey(Key.Version version, String name) {
    try {
      return new RsaKeyEncryptionKey(publicKey(version), privateKey(version), name, random);
    } catch (GeneralSecurityException damaged) {
      throw new IllegalStateException(
          "the private key of " + version.id() + " cannot be read", damaged);
    }
  }

  private PrivateKey privateKey(Key.Version version) throws GeneralSecurityException {
    Material material = material(version);
    byte[] encoded = sealer.open(material.privateKey(), version.id());
    try {
      return KeyFactory.getInstance(material.algorithm())
          .generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } finally {
      Arrays.fill(encoded, (byte) 0);
    }
  }

  private Material material(Key.Version version) {
    return materials
        .get(version.id())
        .orElseGet(
            () -> {
              Material made = generate(version);
              materials.put(version.id(), made);
              return made;
            });
  }

  private Material generate(Key.Version version) {
    try {
      KeyPair pair = generator(version.kind()).generateKeyPair();
      byte[] secret = pair.getPrivate().getEncoded();
      Material made =
          new Material(
              version.id(),
              pair.getPublic().getAlgorithm(),
              Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()),
              sealer.seal(secret, version.id()));
      Arrays.fill(secret, (byte) 0);
      return made;
    } catch (GeneralSecurityException unsupported) {
      throw new IllegalStateException(
          "a key of kind " + version.kind() + " cannot be made", unsupported);
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

  private static String curve(String name) {
    return switch (name) {
      case "P-384" -> "secp384r1";
      case "P-521" -> "secp521r1";
      default -> "secp256r1";
    };
  }

  private static Cipher cipher(
      int mode, String algorithm, Key.Version version, java.security.Key key)
      throws GeneralSecurityException {
    if (!version.kind().isRsa()
        || Stream.of("RSA-OAEP", "RSA-OAEP-256", "RSA1_5").noneMatch(algorithm::equals)) {
      throw KeyRefusals.badParameter(
          "Key and signing algorithm are incompatible. Key type '%s', algorithm '%s'."
              .formatted(version.kind().type(), algorithm));
    }
    if (algorithm.equals("RSA1_5")) {
      Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
      cipher.init(mode, key);
      return cipher;
    }
    boolean sha256 = algorithm.equals("RSA-OAEP-256");
    Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
    cipher.init(
        mode,
        key,
        new OAEPParameterSpec(
            sha256 ? "SHA-256" : "SHA-1",
            "MGF1",
            sha256 ? MGF1ParameterSpec.SHA256 : MGF1ParameterSpec.SHA1,
            PSource.PSpecified.DEFAULT));
    return cipher;
  }
}
