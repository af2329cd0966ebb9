package dev.wrapkey.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.encryption.Primitives.Oaep;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Examples typed from the standards, and the two implementations against each other. */
class KnownAnswersTest {

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text == null ? "" : text.replace(" ", ""));
  }

  /** RFC 3394 (September 2002), sections 4.1 to 4.6. */
  @ParameterizedTest
  @CsvSource({
    "16, 16, 1FA68B0A8112B447 AEF34BD8FB5A7B82 9D3E862371D2CFE5",
    "24, 16, 96778B25AE6CA435 F92B5B97C050AED2 468AB8A17AD84E5D",
    "32, 16, 64E8C3F9CE0F5BA2 63E9777905818A2A 93C8191E7D6E8AE7",
    "24, 24, 031D33264E15D332 68F24EC260743EDC E1C6C7DDEE725A93 6BA814915C6762D2",
    "32, 24, A8F9BC1612C68B3F F6E6F4FBE30E71E4 769C8B80A32CB895 8CD5D17D6B254DA1",
    "32, 32, 28C9F404C4B810F4 CBCCB35CFB87F826 3F5786E2D80ED326 CBC7F0E71A99F43B"
        + " FB988B9B7A02DD21"
  })
  void keyWrap(int keyLength, int dataLength, String expected) throws GeneralSecurityException {
    byte[] key = new byte[keyLength];
    for (int i = 0; i < keyLength; i++) {
      key[i] = (byte) i;
    }
    byte[] data =
        java.util.Arrays.copyOf(
            hex("00112233445566778899AABBCCDDEEFF000102030405060708090A0B0C0D0E0F"), dataLength);
    for (Primitives by : Primitives.values()) {
      assertThat(by.keyWrap(Cipher.ENCRYPT_MODE, false, key, data)).isEqualTo(hex(expected));
      assertThat(by.keyWrap(Cipher.DECRYPT_MODE, false, key, hex(expected))).isEqualTo(data);
    }
  }

  /** RFC 5649 (August 2009), section 6. */
  @ParameterizedTest
  @CsvSource({
    "c37b7e6492584340 bed1220780894115 5068f738,"
        + "138bdeaa9b8fa7fc 61f97742e72248ee 5ae6ae5360d1ae6a 5f54f373fa543b6a",
    "466f7250617369, afbeb0f07dfbf541 9200f2ccb50bb24f"
  })
  void keyWrapWithPadding(String data, String expected) throws GeneralSecurityException {
    byte[] key = hex("5840df6e29b02af1 ab493b705bf16ea1 ae8338f4dcc176a8");
    for (Primitives by : Primitives.values()) {
      assertThat(by.keyWrap(Cipher.ENCRYPT_MODE, true, key, hex(data))).isEqualTo(hex(expected));
      assertThat(by.keyWrap(Cipher.DECRYPT_MODE, true, key, hex(expected))).isEqualTo(hex(data));
    }
  }

  private static final String NONCE = "cafebabefacedbaddecaf888";
  private static final String KEY = "feffe9928665731c6d6a8f9467308308";
  private static final String PLAIN =
      "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
          + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39";
  private static final String ASSOCIATED = "feedfacedeadbeeffeedfacedeadbeefabaddad2";

  /**
   * The Galois/Counter Mode of Operation, submission to NIST (revised May 2005), appendix B: test
   * cases 3, 4, 13, 14 and 16.
   */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        KEY
            + ","
            + NONCE
            + ",-,"
            + PLAIN
            + "1aafd255,"
            + "42831ec2217774244b7221b784d0d49ce3aa212f2c02a4e035c17e2329aca12e"
            + "21d514b25466931c7d8f6a5aac84aa051ba30b396a0aac973d58e091473f5985"
            + "4d5c2af327cd64a62cf35abd2ba6fab4",
        KEY
            + ","
            + NONCE
            + ","
            + ASSOCIATED
            + ","
            + PLAIN
            + ","
            + "42831ec2217774244b7221b784d0d49ce3aa212f2c02a4e035c17e2329aca12e"
            + "21d514b25466931c7d8f6a5aac84aa051ba30b396a0aac973d58e091"
            + "5bc94fbc3221a5db94fae95ae7121a47",
        "0000000000000000000000000000000000000000000000000000000000000000,"
            + "000000000000000000000000,-,-,530f8afbc74536b9a963b4f1c4cb738b",
        "0000000000000000000000000000000000000000000000000000000000000000,"
            + "000000000000000000000000,-,00000000000000000000000000000000,"
            + "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919",
        KEY
            + KEY
            + ","
            + NONCE
            + ","
            + ASSOCIATED
            + ","
            + PLAIN
            + ","
            + "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
            + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
            + "76fc6ece0f4e1768cddf8853bb2d551b"
      })
  void galoisCounterMode(String key, String nonce, String associated, String plain, String sealed)
      throws GeneralSecurityException {
    for (Primitives by : Primitives.values()) {
      assertThat(by.gcm(Cipher.ENCRYPT_MODE, hex(key), hex(nonce), hex(associated), hex(plain)))
          .isEqualTo(hex(sealed));
      assertThat(by.gcm(Cipher.DECRYPT_MODE, hex(key), hex(nonce), hex(associated), hex(sealed)))
          .isEqualTo(hex(plain));
    }
    byte[] ours = new byte[hex(sealed).length];
    new AesGcm()
        .seal(
            new SecretKeySpec(hex(key), "AES"),
            hex(nonce),
            hex(associated),
            Span.of(hex(plain)),
            Span.of(ours));
    assertThat(ours).as("as volumes seal").isEqualTo(hex(sealed));
  }

  private static Primitives other(Primitives one) {
    return one == Primitives.JDK ? Primitives.BOUNCY_CASTLE : Primitives.JDK;
  }

  private static byte[] bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Seeded, so that a failure can be had again. */
  @ParameterizedTest
  @EnumSource
  void whatOneEncryptsTheOtherDecrypts(Primitives by) throws GeneralSecurityException {
    Random random = new Random(5649);
    Primitives other = other(by);
    for (int round = 0; round < 500; round++) {
      byte[] key = bytes(random, 16 + 8 * (round % 3));
      byte[] nonce = bytes(random, 12);
      byte[] vector = bytes(random, 16);
      byte[] associated = bytes(random, random.nextInt(100));
      byte[] plain = bytes(random, random.nextInt(9000));
      byte[] sealed = by.gcm(Cipher.ENCRYPT_MODE, key, nonce, associated, plain);
      assertThat(other.gcm(Cipher.DECRYPT_MODE, key, nonce, associated, sealed)).isEqualTo(plain);
      byte[] chained = by.cbc(Cipher.ENCRYPT_MODE, key, vector, plain);
      assertThat(other.cbc(Cipher.DECRYPT_MODE, key, vector, chained)).isEqualTo(plain);
      byte[] secret = bytes(random, 16 + 8 * random.nextInt(20));
      byte[] wrapped = by.keyWrap(Cipher.ENCRYPT_MODE, false, key, secret);
      assertThat(other.keyWrap(Cipher.DECRYPT_MODE, false, key, wrapped)).isEqualTo(secret);
      byte[] odd = bytes(random, 1 + random.nextInt(2500));
      byte[] padded = by.keyWrap(Cipher.ENCRYPT_MODE, true, key, odd);
      assertThat(other.keyWrap(Cipher.DECRYPT_MODE, true, key, padded)).isEqualTo(odd);
    }
  }

  @Test
  void whatOneWrapsWithRsaTheOtherUnwraps() throws GeneralSecurityException {
    Random random = new Random(8017);
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    for (int round = 0; round < 60; round++) {
      byte[] secret = bytes(random, random.nextInt(150));
      for (Primitives by : Primitives.values()) {
        for (String hash : new String[] {"SHA-1", "SHA-256"}) {
          Oaep oaep = new Oaep(hash, hash, new byte[0]);
          byte[] wrapped = by.oaep(pair.getPublic(), oaep, secret, new SecureRandom());
          assertThat(other(by).oaep(pair.getPrivate(), oaep, wrapped)).isEqualTo(secret);
        }
        byte[] wrapped = by.pkcs1(pair.getPublic(), secret, new SecureRandom());
        assertThat(other(by).pkcs1(pair.getPrivate(), wrapped)).isEqualTo(secret);
      }
    }
  }
}
