package dev.wrapkey.keyfile;

import static dev.wrapkey.keyfile.Given.ascii;
import static dev.wrapkey.keyfile.Given.checkedIn;
import static dev.wrapkey.keyfile.Given.read;
import static dev.wrapkey.keyfile.Given.reason;
import static dev.wrapkey.keyfile.Given.refused;
import static dev.wrapkey.keyfile.Given.rsa;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.keyfile.KeyFileRefused.Reason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes out of the files that are checked in, which openssl 3.0 made of one key. */
class KeyFilesTest {

  private static final String PASSWORD = "practice";
  private static final RsaMaterial KEY = key();

  private static RsaMaterial key() {
    try {
      return rsa(checkedIn("plain.pem"), "");
    } catch (KeyFileRefused e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "modern.pfx",
        "legacy.pfx",
        "traditional.pem",
        "encrypted.pem",
        "pbes1.pem",
        "scrypt.pem"
      })
  void everyWayToProtectAKeyGivesTheSameKey(String file) throws KeyFileRefused {
    assertThat(rsa(checkedIn(file), PASSWORD).key()).isEqualTo(KEY.key());
    assertThat(reason(checkedIn(file), "")).isEqualTo(Reason.PASSWORD_MISSING);
    for (int i = 0; i < 5; i++) {
      assertThat(reason(checkedIn(file), "wrong" + i)).isEqualTo(Reason.PASSWORD_WRONG);
    }
  }

  @Test
  void theKeyIsWhatItsFileSaysAndItsPublicHalfFits() {
    assertThat(KEY.bits()).isEqualTo(2048);
    assertThat(KEY.publicKey().getModulus()).isEqualTo(KEY.key().getModulus());
    assertThat(KEY.publicKey().getPublicExponent()).isEqualTo(65537);
  }

  @Test
  void aFileMayComeWithAByteOrderMarkBlankLinesAndWindowsEndings() throws KeyFileRefused {
    String pem = new String(checkedIn("plain.pem"), StandardCharsets.US_ASCII);
    byte[] windows =
        ("\uFEFF\r\nBag Attributes\r\n" + pem.replace("\n", "\r\n") + "\r\n \r\n")
            .getBytes(StandardCharsets.UTF_8);
    assertThat(rsa(windows, "").key()).isEqualTo(KEY.key());
  }

  @Test
  void aPfxAsBase64TextIsReadToo() throws KeyFileRefused {
    String text = Base64.getMimeEncoder().encodeToString(checkedIn("modern.pfx"));
    assertThat(rsa(ascii(text), PASSWORD).key()).isEqualTo(KEY.key());
  }

  @Test
  void aBackupIsRecognisedAsTextAndAsBytes() throws KeyFileRefused {
    byte[] blob = ascii("&AzureKeyVaultKeyBackupV1.microsoft.com" + "x".repeat(300));
    byte[] text = Base64.getUrlEncoder().withoutPadding().encode(blob);
    assertThat(((KeyBackup) read(text, "")).blob()).isEqualTo(blob);
    assertThat(((KeyBackup) read(blob, "")).blob()).isEqualTo(blob);
    assertThat(read(text, "")).hasToString("backup of a key, 339 bytes");
  }

  @Test
  void thePasswordIsOverwrittenAtTheEnd() throws KeyFileRefused {
    char[] password = PASSWORD.toCharArray();
    try (Passphrase passphrase = Passphrase.of(password)) {
      KeyFiles.read(checkedIn("modern.pfx"), passphrase, Optional.empty());
      assertThat(new String(password)).isEqualTo(PASSWORD);
    }
    assertThat(password).containsOnly('\0');
  }

  @Test
  void theFileGivenIsLeftAsItIs() throws KeyFileRefused {
    for (String file : new String[] {"plain.pem", "modern.pfx", "traditional.pem"}) {
      byte[] content = checkedIn(file);
      rsa(content, PASSWORD);
      assertThat(content).isEqualTo(checkedIn(file));
    }
  }

  @Test
  void emptyBigAndUnreadableFilesAreToldApart(@TempDir Path folder) throws Exception {
    assertThat(reason(new byte[0], "")).isEqualTo(Reason.EMPTY);
    assertThat(reason(ascii(" \r\n\t"), "")).isEqualTo(Reason.EMPTY);
    assertThat(reason(new byte[1024 * 1024 + 1], "")).isEqualTo(Reason.TOO_BIG);
    assertThat(refusalOf(folder.resolve("absent")).reason()).isEqualTo(Reason.UNREADABLE);
    assertThat(refusalOf(folder).reason()).isEqualTo(Reason.UNREADABLE);
    Path big = folder.resolve("big");
    java.nio.file.Files.write(big, new byte[3 * 1024 * 1024]);
    assertThat(refusalOf(big).reason()).isEqualTo(Reason.TOO_BIG);
  }

  private static KeyFileRefused refusalOf(Path file) {
    return org.assertj.core.api.Assertions.catchThrowableOfType(
        KeyFileRefused.class, () -> KeyFiles.read(file, Passphrase.none(), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello",
        "0123456789",
        "{}",
        "{\"a\":1}",
        "PuTTY-User-Key-File-3: ssh-rsa",
        "%PDF"
      })
  void otherFilesAreNoKeyFiles(String text) {
    assertThat(reason(ascii(text), "")).isEqualTo(Reason.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "OPENSSH PRIVATE KEY, UNSUPPORTED",
    "DSA PRIVATE KEY, OTHER_KEY_TYPE",
    "CERTIFICATE, CERTIFICATE_ONLY",
    "PUBLIC KEY, PUBLIC_KEY_ONLY",
    "RSA PUBLIC KEY, PUBLIC_KEY_ONLY",
    "DH PARAMETERS, UNKNOWN"
  })
  void aPemFileWithoutAKeyOfUseSaysWhatItHolds(String type, Reason expected) {
    String pem = "-----BEGIN %s-----\nAAAA\n-----END %s-----\n".formatted(type, type);
    assertThat(reason(ascii(pem), "")).isEqualTo(expected);
  }

  @Test
  void twoKeysInAPemFileAreNotGuessedBetween() {
    byte[] pem = checkedIn("plain.pem");
    byte[] twice = Arrays.copyOf(pem, 2 * pem.length);
    System.arraycopy(pem, 0, twice, pem.length, pem.length);
    assertThat(reason(twice, "")).isEqualTo(Reason.SEVERAL_KEYS);
  }

  @Test
  void aFileCutOffAnywhereIsRefusedAndSaysSo() {
    byte[] pem = checkedIn("plain.pem");
    byte[] pfx = checkedIn("modern.pfx");
    for (int length = 100; length < pem.length - 30; length += 97) {
      assertThat(reason(Arrays.copyOf(pem, length), "")).isEqualTo(Reason.DAMAGED);
    }
    for (int length = 4; length < pfx.length; length += 97) {
      assertThat(reason(Arrays.copyOf(pfx, length), PASSWORD)).isEqualTo(Reason.DAMAGED);
    }
  }

  /** Seeded, so that a failure can be had again. */
  @ParameterizedTest
  @ValueSource(
      strings = {"plain.pem", "modern.pfx", "legacy.pfx", "traditional.pem", "encrypted.pem"})
  void noChangedByteBringsAnythingButTheKeyOrARefusal(String file) {
    Random random = new Random(4);
    for (int round = 0; round < 60; round++) {
      byte[] changed = checkedIn(file);
      for (int hits = 0; hits <= round % 3; hits++) {
        changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
      }
      try {
        assertThat(rsa(changed, PASSWORD).key()).isEqualTo(KEY.key());
      } catch (KeyFileRefused refused) {
        assertThat(refused.sentence()).isNotEmpty();
      }
    }
  }

  @Test
  void neitherRefusalsNorDescriptionsTellASecret() {
    byte[] content = checkedIn("modern.pfx");
    String secret = "Canary-8153-tail";
    KeyFileRefused refused = refused(content, secret);
    assertThat(refused).hasNoCause();
    assertThat(refused.toString()).doesNotContain(secret).doesNotContain("Canary");
    assertThat(Passphrase.of(secret.toCharArray()).toString()).doesNotContain("Canary");
    String d = KEY.key().getPrivateExponent().toString();
    assertThat(KEY.toString())
        .isEqualTo("RSA private key, 2048 bits")
        .doesNotContain(d.substring(0, 12));
    byte[] broken = checkedIn("plain.pem");
    broken[400] = '!';
    KeyFileRefused damaged = refused(broken, "");
    assertThat(damaged).hasNoCause();
    String line = new String(checkedIn("plain.pem"), StandardCharsets.US_ASCII).split("\n")[6];
    assertThat(damaged.toString()).doesNotContain(line.substring(0, 8));
  }
}
