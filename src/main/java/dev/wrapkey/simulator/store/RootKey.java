package dev.wrapkey.simulator.store;

import dev.wrapkey.simulator.world.Sealer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals with AES-256-GCM under a key of its own file, {@code root.key}. Sealed text is the base64
 * of nonce (12 bytes), cipher text and tag (16 bytes); the purpose is associated data.
 */
public final class RootKey implements Sealer {

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random;

  private RootKey(byte[] key, SecureRandom random) {
    this.key = new SecretKeySpec(key, "AES");
    this.random = random;
  }

  /**
   * Reads the folder's root key, or makes it.
   *
   * @param fresh whether there is no state yet, so that a missing key may be made
   * @throws IllegalStateException if there is state but no key to read it with
   */
  public static RootKey in(Path folder, boolean fresh, SecureRandom random) {
    Path file = folder.resolve("root.key");
    try {
      if (!Files.exists(file)) {
        if (!fresh) {
          throw new IllegalStateException("the practice state lacks its key file: " + file);
        }
        make(file, random);
      }
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length != 32) {
        throw new IllegalStateException("not a key file of the practice state: " + file);
      }
      RootKey root = new RootKey(bytes, random);
      Arrays.fill(bytes, (byte) 0);
      return root;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void make(Path file, SecureRandom random) throws IOException {
    byte[] fresh = new byte[32];
    random.nextBytes(fresh);
    Path draft = file.resolveSibling("root.key.new");
    Files.deleteIfExists(draft);
    Files.createFile(draft);
    OwnerOnly.file(draft);
    try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      out.write(ByteBuffer.wrap(fresh));
      out.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    Arrays.fill(fresh, (byte) 0);
  }

  @Override
  public String seal(byte[] plain, String purpose) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(plain);
      return Base64.getEncoder()
          .encodeToString(
              ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array());
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has AES-GCM", missing);
    }
  }

  @Override
  public byte[] open(String sealed, String purpose) {
    byte[] bytes = Base64.getDecoder().decode(sealed);
    try {
      return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(bytes, NONCE), purpose)
          .doFinal(bytes, NONCE, bytes.length - NONCE);
    } catch (GeneralSecurityException foreign) {
      throw new IllegalStateException("the practice state does not fit its key file", foreign);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
