package dev.wrapkey.keyfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs in a process of its own, which speaks German. */
@Tag("german")
class KeyFilesGermanTest {

  private static String said(byte[] content, String password) {
    return Given.refused(content, password).sentence();
  }

  private static byte[] pem(String type) {
    return Given.ascii("-----BEGIN " + type + "-----\nMAA=\n-----END " + type + "-----\n");
  }

  @Test
  void aPasswordThatIsMissingOrWrong() {
    byte[] sealed = Given.checkedIn("encrypted.pem");
    assertThat(said(sealed, ""))
        .isEqualTo("Der Schlüssel ist durch ein Kennwort geschützt. Geben Sie es ein.");
    assertThat(said(sealed, "falsch")).isEqualTo("Das Kennwort öffnet diese Datei nicht.");
  }

  @Test
  void filesThatHoldNoKey() {
    assertThat(said(new byte[0], "")).isEqualTo("Die Datei ist leer.");
    assertThat(said(Given.ascii("Einkaufsliste"), ""))
        .startsWith("Das ist keine Schlüsseldatei, die Wrapkey kennt.");
    assertThat(said(pem("PUBLIC KEY"), ""))
        .startsWith("Die Datei enthält nur einen öffentlichen Schlüssel.");
    assertThat(said(pem("CERTIFICATE"), "")).startsWith("Die Datei enthält nur ein Zertifikat.");
    assertThat(said(pem("OPENSSH PRIVATE KEY"), ""))
        .isEqualTo(
            "Der Schlüssel liegt im eigenen Format von OpenSSH vor. Wandeln Sie ihn zuerst um:"
                + " ssh-keygen -p -m PEM -f FILE.");
  }

  @Test
  void whatKindOfFileIsDamaged() {
    byte[] modern = Given.checkedIn("modern.pfx");
    assertThat(said(pem("PRIVATE KEY"), ""))
        .isEqualTo("Die Datei ist eine PEM-Datei, aber beschädigt oder unvollständig.");
    assertThat(said(Arrays.copyOf(modern, modern.length - 100), Samples.PASSWORD))
        .isEqualTo("Die Datei ist eine binäre Schlüsseldatei, aber beschädigt oder unvollständig.");
    assertThat(said(Given.ascii("{\"schema_version\": \"1.0.0\", "), ""))
        .isEqualTo(
            "Die Datei ist eine .byok-Übertragungsdatei, aber beschädigt oder unvollständig.");
  }

  @Test
  void severalKeysAreCountedAndNamed() {
    assertThat(said(Given.checkedIn("two.pfx"), Samples.PASSWORD))
        .matches(
            "Die Datei enthält 2 private Schlüssel: .+, .+\\. Geben Sie an, welcher importiert"
                + " werden soll\\.");
  }

  /** A number of bits is a name: it has no full stop between the thousands. */
  @Test
  void aSizeThatNoStoreTakes() {
    assertThat(Refusals.rsaSize(1024).sentence())
        .isEqualTo("Der RSA-Schlüssel hat 1024 Bit. Er muss 2048, 3072 oder 4096 haben.");
  }
}
