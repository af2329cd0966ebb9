package dev.wrapkey.encryption;

import static dev.wrapkey.encryption.Given.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import org.bouncycastle.crypto.AsymmetricBlockCipher;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.encodings.OAEPEncoding;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A second implementation, from the words of docs/volume-format.md alone and with other code for
 * every algorithm, reads what this package writes, and the reverse.
 */
class BouncyCastleTest {

  private static final byte[] HEADER = "wrapkey volume header".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PAGE = "wrapkey page".getBytes(StandardCharsets.US_ASCII);

  private final PracticeKek kek = new PracticeKek("https://v.vault.azure.net/keys/k/1");

  private static byte[] hkdf(byte[] secret, byte[] salt, byte[] info) {
    HKDFBytesGenerator generator = new HKDFBytesGenerator(SHA256Digest.newInstance());
    generator.init(new HKDFParameters(secret, salt, info));
    byte[] derived = new byte[32];
    generator.generateBytes(derived, 0, 32);
    return derived;
  }

  private static byte[] gcm(boolean seal, byte[] key, byte[] nonce, byte[] associated, byte[] in)
      throws InvalidCipherTextException {
    var gcm = GCMBlockCipher.newInstance(AESEngine.newInstance());
    gcm.init(seal, new AEADParameters(new KeyParameter(key), 128, nonce, associated));
    byte[] out = new byte[gcm.getOutputSize(in.length)];
    int length = gcm.processBytes(in, 0, in.length, out, 0);
    gcm.doFinal(out, length);
    return out;
  }

  private static String text(byte[] header, int at) {
    int length = ByteBuffer.wrap(header).getShort(at);
    return new String(header, at + 2, length, StandardCharsets.UTF_8);
  }

  private byte[] dataKey(byte[] header) throws KeyUnavailable {
    int length = ByteBuffer.wrap(header).getShort(1192);
    byte[] wrapped = Arrays.copyOfRange(header, 1194, 1194 + length);
    return kek.unwrap(new WrappedKey(text(header, 648), text(header, 1160), wrapped));
  }

  private static byte[] associated(byte[] header, long page, long version) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write("wrapkey page 1\0".getBytes(StandardCharsets.US_ASCII));
    for (String text : new String[] {text(header, 72), text(header, 584)}) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.write(ByteBuffer.allocate(2).putShort((short) bytes.length).array());
      out.write(bytes);
    }
    out.write(header, 56, 16);
    out.write(ByteBuffer.allocate(16).putLong(page).putLong(version).array());
    return out.toByteArray();
  }

  @Test
  void everyPageOfAVolumeIsReadFromItsDescriptionAlone() throws Exception {
    byte[] file = Given.image(3, kek);
    ByteBuffer bytes = ByteBuffer.wrap(file);
    byte[] dataKey = dataKey(file);
    int table = 16384 + (int) bytes.getLong(2216) * 8236;
    for (int number = 0; number < bytes.getLong(24); number++) {
      long version = bytes.getLong(table + 16 * number);
      int at = 16384 + (int) bytes.getLong(table + 16 * number + 8) * 8236;
      byte[] key = hkdf(dataKey, Arrays.copyOfRange(file, at, at + 16), PAGE);
      byte[] nonce = Arrays.copyOfRange(file, at + 16, at + 28);
      byte[] sealed = Arrays.copyOfRange(file, at + 28, at + 8236);
      assertThat(gcm(false, key, nonce, associated(file, number, version), sealed))
          .isEqualTo(page(number));
    }
    assertThat(bytes.getLong(24)).isEqualTo(3);
  }

  @Test
  void aPageThatTheOtherSealedOpensHere() throws Exception {
    byte[] dataKey = page(1234);
    byte[] header = new byte[8192];
    byte[] id = new byte[16];
    Arrays.fill(id, (byte) 3);
    System.arraycopy(id, 0, header, 56, 16);
    System.arraycopy(
        ByteBuffer.allocate(7).putShort((short) 5).put("/s/or".getBytes()).array(),
        0,
        header,
        72,
        7);
    System.arraycopy(
        ByteBuffer.allocate(6).putShort((short) 4).put("data".getBytes()).array(),
        0,
        header,
        584,
        6);
    byte[] salt = Arrays.copyOf(page(77), 16);
    byte[] nonce = ByteBuffer.allocate(12).putInt(0).putLong(4711).array();
    byte[] secret = Arrays.copyOf(dataKey, 32);
    byte[] sealed =
        gcm(true, hkdf(secret, salt, PAGE), nonce, associated(header, 6, 4711), page(6));
    byte[] stored = ByteBuffer.allocate(8236).put(salt).put(nonce).put(sealed).array();

    VolumeHeader.Identity identity = new VolumeHeader.Identity(new VolumeId("/s/or", "data"), id);
    WrappedKey wrapped = kek.wrap(secret);
    try (DataKey key = DataKey.unwrap(wrapped, kek);
        PageSeal seal = new PageSeal(key, identity, Given.RANDOM)) {
      assertThat(seal.open(6, 4711, stored)).isEqualTo(page(6));
    }
  }

  @Test
  void theHeaderIsWhatItsDescriptionSays() throws Exception {
    byte[] file = Given.image(3, kek);
    byte[] header = Arrays.copyOf(file, 8192);
    ByteBuffer bytes = ByteBuffer.wrap(header);
    assertThat(new String(header, 0, 8, StandardCharsets.US_ASCII)).isEqualTo("WRAPKEYV");
    assertThat(bytes.getInt(8)).as("format").isEqualTo(1);
    assertThat(bytes.getInt(12)).as("page size").isEqualTo(8192);
    assertThat(bytes.getLong(16)).as("generation: made, reserved, written").isEqualTo(3);
    assertThat(bytes.getLong(24)).as("pages").isEqualTo(3);
    assertThat(bytes.getLong(32)).as("first seal number not reserved").isEqualTo(1025);
    assertThat(bytes.getLong(40)).as("pages rewritten").isZero();
    assertThat(bytes.getInt(48)).as("rotations").isZero();
    assertThat(text(header, 72)).isEqualTo(Given.ID.serverId());
    assertThat(text(header, 584)).isEqualTo("data");
    assertThat(text(header, 648)).isEqualTo("https://v.vault.azure.net/keys/k/1");
    assertThat(text(header, 1160)).isEqualTo("RSA-OAEP-256");
    HMac mac = new HMac(SHA256Digest.newInstance());
    mac.init(new KeyParameter(hkdf(dataKey(header), Arrays.copyOfRange(header, 56, 72), HEADER)));
    mac.update(header, 0, 8128);
    byte[] proof = new byte[32];
    mac.doFinal(proof, 0);
    assertThat(Arrays.copyOfRange(header, 8128, 8160)).isEqualTo(proof);
    assertThat(Arrays.copyOfRange(header, 8160, 8192)).isEqualTo(sha256(header, 0, 8160));
    int table = 16384 + (int) bytes.getLong(2216) * 8236;
    assertThat(Arrays.copyOfRange(header, 2224, 2256)).isEqualTo(sha256(file, table, 8236));
    assertThat(Arrays.copyOfRange(file, 8192, 16384)).as("slot B").isEqualTo(header);
  }

  private static byte[] sha256(byte[] bytes, int from, int length) {
    var digest = SHA256Digest.newInstance();
    digest.update(bytes, from, length);
    byte[] out = new byte[32];
    digest.doFinal(out, 0);
    return out;
  }

  private static AsymmetricBlockCipher oaep(String algorithm) {
    return algorithm.equals("RSA-OAEP")
        ? new OAEPEncoding(new RSAEngine(), new SHA1Digest(), new SHA1Digest(), null)
        : new OAEPEncoding(
            new RSAEngine(), SHA256Digest.newInstance(), SHA256Digest.newInstance(), null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA-OAEP-256", "RSA-OAEP"})
  void eachUnwrapsWhatTheOtherWrapped(String algorithm) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    RsaKeyEncryptionKey ours =
        new RsaKeyEncryptionKey(
            pair.getPublic(), pair.getPrivate(), "practice:1", algorithm, Given.RANDOM);
    for (int round = 0; round < 20; round++) {
      byte[] dataKey = Arrays.copyOf(page(round), 32);

      AsymmetricBlockCipher opening = oaep(algorithm);
      opening.init(false, PrivateKeyFactory.createKey(pair.getPrivate().getEncoded()));
      byte[] wrapped = ours.wrap(dataKey).bytes();
      assertThat(opening.processBlock(wrapped, 0, wrapped.length)).isEqualTo(dataKey);

      AsymmetricBlockCipher wrapping = oaep(algorithm);
      var publicKey = PublicKeyFactory.createKey(pair.getPublic().getEncoded());
      wrapping.init(true, new ParametersWithRandom(publicKey, Given.RANDOM));
      byte[] theirs = wrapping.processBlock(dataKey, 0, dataKey.length);
      assertThat(ours.unwrap(new WrappedKey("practice:1", algorithm, theirs))).isEqualTo(dataKey);
    }
  }
}
