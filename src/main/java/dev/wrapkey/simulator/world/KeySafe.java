package dev.wrapkey.simulator.world;

import dev.wrapkey.encryption.KeyEncryptionKey;
import dev.wrapkey.encryption.RsaKeyEncryptionKey;
import dev.wrapkey.keyfile.ByokFile;
import dev.wrapkey.keyfile.KeyFileRefused;
import dev.wrapkey.keyfile.RsaMaterial;
import dev.wrapkey.keyfile.TransferBlob;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The real keys behind {@link Key.Version}: generated when first needed, because RSA keys are slow
 * to make. Private keys are stored sealed and never leave the practice cloud unsealed.
 */
public final class KeySafe {

  private final Table<Material> materials;
  private final Sealer sealer;
  private final SecureRandom random;
  private final KeyForge forge;

  public KeySafe(Store store, Sealer sealer, SecureRandom random) {
    this.materials = store.table("materials", Material.class);
    this.sealer = sealer;
    this.random = random;
    this.forge = new KeyForge(random);
  }

  /**
   * A key as stored.
   *
   * @param version of the key
   * @param algorithm {@code RSA}, {@code EC} or {@code AES}
   * @param publicKey X.509, base64; empty for a symmetric key
   * @param privateKey PKCS#8, or the bytes of a symmetric key, sealed
   */
  public record Material(String version, String algorithm, String publicKey, String privateKey) {}

  /**
   * A key before it is stored.
   *
   * @param algorithm {@code RSA}, {@code EC} or {@code AES}
   * @param publicKey X.509; empty for a symmetric key
   * @param privateKey PKCS#8, or the bytes of a symmetric key; zeroed when stored
   */
  public record Given(String algorithm, byte[] publicKey, byte[] privateKey) {}

  /** Makes the keys of several versions at once, on all cores. */
  public void prepare(List<Key.Version> versions) {
    versions.parallelStream()
        .filter(v -> materials.get(v.id()).isEmpty())
        .map(v -> sealed(v, forge.make(v.kind())))
        .collect(Collectors.toList())
        .forEach(m -> materials.put(m.version(), m));
  }

  /** Makes the key of a version unless there is one. */
  void ensure(Key.Version version) {
    material(version);
  }

  /** Stores a key that was made elsewhere. */
  void adopt(Key.Version version, Given given) {
    materials.put(version.id(), sealed(version, given));
  }

  /** Erases the key of a version. */
  void destroy(Key.Version version) {
    materials.remove(version.id());
  }

  /** The key of a version for a backup, sealed. */
  Material copy(Key.Version version) {
    return material(version);
  }

  /** The reverse of {@link #copy}. */
  void putBack(Material material) {
    materials.put(material.version(), material);
  }

  /** Seals something else that must not be readable: the content of a backup. */
  public String seal(byte[] plain, String purpose) {
    return sealer.seal(plain, purpose);
  }

  /**
   * The reverse of {@link #seal}.
   *
   * @throws IllegalStateException if it was not sealed here, or changed
   */
  public byte[] open(String sealed, String purpose) {
    return sealer.open(sealed, purpose);
  }

  /**
   * The public half of a key pair.
   *
   * @throws IllegalArgumentException if the key is symmetric
   */
  public PublicKey publicKey(Key.Version version) {
    Material material = material(version);
    if (version.kind().isSymmetric()) {
      throw new IllegalArgumentException("a symmetric key has no public half");
    }
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
   * Encrypts with the public or symmetric key.
   *
   * @param algorithm {@code RSA-OAEP}, {@code RSA-OAEP-256}, {@code RSA1_5}, {@code A256GCM} …
   * @throws Refusal 400 if the algorithm does not fit the key or the data does not fit the
   *     algorithm
   */
  public CipherText encrypt(Key.Version version, String algorithm, CipherText plain) {
    try {
      if (RsaEncryption.isFor(algorithm, version.kind())) {
        return CipherText.of(
            RsaEncryption.run(Cipher.ENCRYPT_MODE, algorithm, publicKey(version), plain.bytes()));
      }
      return symmetric(algorithm, version).encrypt(secretKey(version), plain, random);
    } catch (GeneralSecurityException unfit) {
      throw KeyRefusals.badParameter("The value does not fit the key and the algorithm.");
    }
  }

  /** Decrypts with the private or symmetric key; see {@link #encrypt}. */
  public CipherText decrypt(Key.Version version, String algorithm, CipherText wrapped) {
    try {
      if (RsaEncryption.isFor(algorithm, version.kind())) {
        return CipherText.of(
            RsaEncryption.run(
                Cipher.DECRYPT_MODE, algorithm, privateKey(version), wrapped.bytes()));
      }
      return symmetric(algorithm, version).decrypt(secretKey(version), wrapped);
    } catch (GeneralSecurityException unfit) {
      throw KeyRefusals.badParameter("The parameter is incorrect.\r\n");
    }
  }

  /** The key in a transfer file that was made for this one; empty if it was not. */
  Optional<RsaMaterial> receive(Key.Version exchange, TransferBlob blob) throws KeyFileRefused {
    try {
      return ByokFile.unwrap(blob, privateKey(exchange));
    } catch (GeneralSecurityException damaged) {
      throw new IllegalStateException(
          "the private key of " + exchange.id() + " cannot be read", damaged);
    }
  }

  /**
   * Signs a digest.
   *
   * @param algorithm {@code RS256}, {@code PS384}, {@code ES512} …
   * @throws Refusal 400 if the algorithm does not fit the key or the digest
   */
  public byte[] sign(Key.Version version, String algorithm, byte[] digest) {
    try {
      return signing(algorithm, version).sign(privateKey(version), digest, random);
    } catch (GeneralSecurityException unfit) {
      throw KeyRefusals.badParameter("The value does not fit the key and the algorithm.");
    }
  }

  /** Whether a signature is right; see {@link #sign}. */
  public boolean verify(Key.Version version, String algorithm, byte[] digest, byte[] signature) {
    try {
      return signing(algorithm, version).verify(publicKey(version), digest, signature);
    } catch (GeneralSecurityException unfit) {
      throw KeyRefusals.badParameter("The value does not fit the key and the algorithm.");
    }
  }

  private static Symmetric symmetric(String algorithm, Key.Version version) {
    return Symmetric.of(algorithm, version.kind())
        .orElseThrow(() -> KeyRefusals.incompatible(version.kind(), algorithm));
  }

  private static Signing signing(String algorithm, Key.Version version) {
    return Signing.of(algorithm, version.kind())
        .orElseThrow(() -> KeyRefusals.incompatible(version.kind(), algorithm));
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

  private SecretKey secretKey(Key.Version version) {
    byte[] bytes = sealer.open(material(version).privateKey(), version.id());
    try {
      return new SecretKeySpec(bytes, "AES");
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private Material material(Key.Version version) {
    return materials
        .get(version.id())
        .orElseGet(
            () -> {
              Material made = sealed(version, forge.make(version.kind()));
              materials.put(version.id(), made);
              return made;
            });
  }

  private Material sealed(Key.Version version, Given given) {
    Material made =
        new Material(
            version.id(),
            given.algorithm(),
            Base64.getEncoder().encodeToString(given.publicKey()),
            sealer.seal(given.privateKey(), version.id()));
    Arrays.fill(given.privateKey(), (byte) 0);
    return made;
  }
}
