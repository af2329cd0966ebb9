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

  private static final byte[] HEADER =
      "wrapkey volume header 2".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PAGE = "wrapkey page 2".getBytes(StandardCharsets.US_ASCII);

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

  private static String text(byte[] bytes, int at) {
    int length = ByteBuffer.wrap(bytes).getShort(at);
    return new String(bytes, at + 2, length, StandardCharsets.UTF_8);
  }

  /** Where the block begins that the root at {@code at} points to, after a look at its digest. */
  private static int block(byte[] file, int at) {
    int from = 16384 + (int) ByteBuffer.wrap(file).getLong(at) * 8236;
    assertThat(Arrays.copyOfRange(file, at + 8, at + 40)).isEqualTo(sha256(file, from, 8236));
    return from;
  }

  /** Where the entry of a data key begins: 14 in a chunk, 204 chunks in a directory. */
  private static int keyEntry(byte[] file, int key) {
    int directory = block(file, 680 + 40 * (key / 14 / 204));
    return block(file, directory + 40 * (key / 14 % 204)) + 560 * (key % 14);
  }

  private static int pageEntry(byte[] file, int page) {
    int directory = block(file, 1320 + 40 * (page / 512 / 204));
    return block(file, directory + 40 * (page / 512 % 204)) + 16 * (page % 512);
  }

  private byte[] dataKey(byte[] file, int key) throws KeyUnavailable {
    return dataKeyAt(file, keyEntry(file, key));
  }

  private byte[] dataKeyAt(byte[] file, int entry) throws KeyUnavailable {
    ByteBuffer bytes = ByteBuffer.wrap(file);
    int name = block(file, 640) + 8 + 546 * bytes.getInt(entry + 32);
    int length = bytes.getShort(entry + 40);
    byte[] wrapped = Arrays.copyOfRange(file, entry + 42, entry + 42 + length);
    return kek.unwrap(new WrappedKey(text(file, name), text(file, name + 514), wrapped));
  }

  private static byte[] dataKeyId(byte[] file, int key) {
    int entry = keyEntry(file, key);
    return Arrays.copyOfRange(file, entry + 16, entry + 32);
  }

  private static byte[] join(byte[] one, byte[] two) {
    return ByteBuffer.allocate(one.length + two.length).put(one).put(two).array();
  }

  private static byte[] associated(VolumeId id, byte[] dataKeyId, long page, long version)
      throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write("wrapkey page 2\0".getBytes(StandardCharsets.US_ASCII));
    for (String text : new String[] {id.serverId(), id.kind()}) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.write(ByteBuffer.allocate(2).putShort((short) bytes.length).array());
      out.write(bytes);
    }
    out.write(dataKeyId);
    byte[] binding = sha256(out.toByteArray(), 0, out.size());
    return ByteBuffer.allocate(48).put(binding).putLong(page).putLong(version).array();
  }

  @Test
  void everyPageOfAVolumeIsReadFromItsDescriptionAlone() throws Exception {
    byte[] file = Given.image(33, kek);
    ByteBuffer bytes = ByteBuffer.wrap(file);
    int perSegment = bytes.getInt(48);
    VolumeId id = new VolumeId(text(file, 64), text(file, 576));
    for (int number = 0; number < bytes.getLong(24); number++) {
      int segment = 1 + number / perSegment;
      long version = bytes.getLong(pageEntry(file, number));
      int at = 16384 + (int) bytes.getLong(pageEntry(file, number) + 8) * 8236;
      byte[] secret = join(dataKey(file, segment), dataKey(file, 0));
      byte[] key = hkdf(secret, Arrays.copyOfRange(file, at, at + 16), PAGE);
      byte[] nonce = Arrays.copyOfRange(file, at + 16, at + 28);
      byte[] sealed = Arrays.copyOfRange(file, at + 28, at + 8236);
      byte[] associated = associated(id, dataKeyId(file, segment), number, version);
      assertThat(gcm(false, key, nonce, associated, sealed)).isEqualTo(page(number));
    }
    assertThat(bytes.getLong(24)).isEqualTo(33);
    assertThat(bytes.getInt(52)).as("data keys").isEqualTo(18);
  }

  /** The first segment as it was sealed elsewhere, but for one page that was written here since. */
  private byte[] heir() throws KeyUnavailable {
    VolumeId restored = new VolumeId("/s/copy", "data");
    MemoryDisk heir = MemoryDisk.of(Opening.blank(restored, kek, Given.OPTIONS));
    try (Volume from = Given.open(MemoryDisk.of(Given.image(2, kek)), kek);
        Volume to = Volume.open(heir, restored, kek, Given.OPTIONS)) {
      to.inherit(from, 2);
      to.write(1, page(1));
      to.write(2, page(2));
    }
    return heir.image();
  }

  @Test
  void everyPageOfAVolumeThatInheritedIsReadFromItsDescriptionAlone() throws Exception {
    byte[] file = heir();
    ByteBuffer bytes = ByteBuffer.wrap(file);
    assertThat(bytes.getInt(8)).as("format").isEqualTo(3);
    int origin = block(file, 6440);
    long boundary = bytes.getLong(origin);
    VolumeId own = new VolumeId(text(file, 64), text(file, 576));
    VolumeId theirs = new VolumeId(text(file, origin + 560), text(file, origin + 1072));
    assertThat(theirs).isEqualTo(Given.ID);
    int inheritedPages = 0;
    for (int number = 0; number < 3; number++) {
      int segment = 1 + number / 2;
      boolean inherited = bytes.getInt(keyEntry(file, segment) + 36) == 1;
      assertThat(inherited).isEqualTo(segment == 1);
      long version = bytes.getLong(pageEntry(file, number));
      boolean before = inherited && version < boundary;
      inheritedPages += before ? 1 : 0;
      byte[] volumeKey = before ? dataKeyAt(file, origin) : dataKey(file, 0);
      int at = 16384 + (int) bytes.getLong(pageEntry(file, number) + 8) * 8236;
      byte[] salt = Arrays.copyOfRange(file, at, at + 16);
      byte[] key = hkdf(join(dataKey(file, segment), volumeKey), salt, PAGE);
      byte[] nonce = Arrays.copyOfRange(file, at + 16, at + 28);
      byte[] sealed = Arrays.copyOfRange(file, at + 28, at + 8236);
      byte[] associated =
          associated(before ? theirs : own, dataKeyId(file, segment), number, version);
      assertThat(gcm(false, key, nonce, associated, sealed)).isEqualTo(page(number));
    }
    assertThat(inheritedPages).isOne();
  }

  @Test
  void theProofOfAnOriginIsWhatItsDescriptionSays() throws Exception {
    byte[] file = heir();
    int origin = block(file, 6440);
    byte[] said = new byte[16 + 8 + 2 + Given.ID.serverId().length() + 2 + "data".length()];
    ByteBuffer.wrap(said)
        .put(file, origin + 16, 16)
        .put(file, origin, 8)
        .put(file, origin + 560, 2 + Given.ID.serverId().length())
        .put(file, origin + 1072, 2 + "data".length());
    byte[] both = join(dataKeyAt(file, origin), dataKey(file, 0));
    byte[] info = "wrapkey volume origin 3".getBytes(StandardCharsets.US_ASCII);
    HMac mac = new HMac(SHA256Digest.newInstance());
    mac.init(new KeyParameter(hkdf(both, dataKeyId(file, 0), info)));
    mac.update(said, 0, said.length);
    byte[] proof = new byte[32];
    mac.doFinal(proof, 0);
    assertThat(Arrays.copyOfRange(file, origin + 1136, origin + 1168)).isEqualTo(proof);
  }

  @Test
  void aPageThatTheOtherSealedOpensHere() throws Exception {
    byte[] id = new byte[16];
    Arrays.fill(id, (byte) 3);
    VolumeId volume = new VolumeId("/s/or", "data");
    byte[] salt = Arrays.copyOf(page(77), 16);
    byte[] nonce = ByteBuffer.allocate(12).putInt(0).putLong(4711).array();
    byte[] secret = Arrays.copyOf(page(1234), 32);
    byte[] volumeSecret = Arrays.copyOf(page(1235), 32);
    byte[] derived = hkdf(join(secret, volumeSecret), salt, PAGE);
    byte[] sealed = gcm(true, derived, nonce, associated(volume, id, 6, 4711), page(6));
    byte[] stored = ByteBuffer.allocate(8236).put(salt).put(nonce).put(sealed).array();

    byte[] plain = new byte[8192];
    try (DataKey volumeKey = DataKey.unwrap(kek.wrap(volumeSecret), kek);
        SegmentKey key =
            new SegmentKey(
                DataKey.unwrap(kek.wrap(secret), kek),
                volumeKey,
                new SegmentKey.Bound(volume, id),
                new SealNumbers(1, 10),
                Given.RANDOM)) {
      new PageSeal().open(key, 6, 4711, Span.of(stored), Span.of(plain));
    }
    assertThat(plain).isEqualTo(page(6));
  }

  @Test
  void theHeaderIsWhatItsDescriptionSays() throws Exception {
    byte[] file = Given.image(3, kek);
    byte[] header = Arrays.copyOf(file, 8192);
    ByteBuffer bytes = ByteBuffer.wrap(file);
    assertThat(new String(header, 0, 8, StandardCharsets.US_ASCII)).isEqualTo("WRAPKEYV");
    assertThat(bytes.getInt(8)).as("format").isEqualTo(2);
    assertThat(bytes.getInt(12)).as("page size").isEqualTo(8192);
    assertThat(bytes.getLong(16)).as("generation: made, written").isEqualTo(2);
    assertThat(bytes.getLong(24)).as("pages").isEqualTo(3);
    assertThat(bytes.getLong(32)).as("pages rewritten").isZero();
    assertThat(bytes.getInt(40)).as("rotations").isZero();
    assertThat(bytes.getInt(44)).as("segments sealed anew").isZero();
    assertThat(bytes.getInt(48)).as("pages in a segment").isEqualTo(2);
    assertThat(bytes.getInt(52)).as("data keys").isEqualTo(3);
    assertThat(text(header, 64)).isEqualTo(Given.ID.serverId());
    assertThat(text(header, 576)).isEqualTo("data");
    assertThat(bytes.getLong(keyEntry(file, 0))).as("the volume key seals nothing").isEqualTo(1);
    assertThat(bytes.getLong(keyEntry(file, 1))).as("2 used, 1024 reserved").isEqualTo(1025);
    assertThat(bytes.getLong(keyEntry(file, 1) + 8)).as("nobody said when").isZero();
    assertThat(text(file, block(file, 640) + 8)).isEqualTo("https://v.vault.azure.net/keys/k/1");
    assertThat(text(file, block(file, 640) + 522)).isEqualTo("RSA-OAEP-256");
    HMac mac = new HMac(SHA256Digest.newInstance());
    mac.init(new KeyParameter(hkdf(dataKey(file, 0), dataKeyId(file, 0), HEADER)));
    mac.update(header, 0, 8128);
    byte[] proof = new byte[32];
    mac.doFinal(proof, 0);
    assertThat(Arrays.copyOfRange(header, 8128, 8160)).isEqualTo(proof);
    assertThat(Arrays.copyOfRange(header, 8160, 8192)).isEqualTo(sha256(header, 0, 8160));
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
