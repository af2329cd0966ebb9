package dev.wrapkey.keyfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a key file by what is in it: PEM, DER (PKCS #12, PKCS #8, PKCS #1), a backup of a key
 * vault, a transfer file for an HSM. Names and endings do not matter.
 */
public final class KeyFiles {

  static final int MOST_KIB = 1024;

  private static final int MOST_BYTES = MOST_KIB * 1024;
  private static final String BACKUP_MARK = "&AzureKeyVaultKeyBackup";
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_\\-\\s]+={0,2}\\s*");

  /** No key is shorter than this, and hardly a word is longer. */
  private static final int LEAST_BASE64 = 256;

  private KeyFiles() {}

  /** As {@link #read(byte[], Passphrase, Optional)}. */
  public static KeyFile read(Path file, Passphrase passphrase, Optional<String> name)
      throws KeyFileRefused {
    byte[] content = new byte[0];
    try (InputStream in = Files.newInputStream(file)) {
      content = in.readNBytes(MOST_BYTES + 1);
    } catch (IOException _) {
      throw Refusals.unreadable();
    }
    try {
      return read(content, passphrase, name);
    } finally {
      Arrays.fill(content, (byte) 0);
    }
  }

  /**
   * Reads the content of a key file.
   *
   * @param content is left as it is
   * @param passphrase is left open; none where the file needs none
   * @param name which private key to take where a PKCS #12 file has several
   * @throws KeyFileRefused with the reason, if no key that data encryption takes comes out
   */
  public static KeyFile read(byte[] content, Passphrase passphrase, Optional<String> name)
      throws KeyFileRefused {
    if (content.length > MOST_BYTES) {
      throw Refusals.tooBig();
    }
    byte[] bytes = trimmed(content);
    if (bytes.length == 0) {
      throw Refusals.empty();
    }
    if (bytes[0] == '{') {
      return TransferBlob.read(bytes);
    }
    if (startsWith(bytes, BACKUP_MARK)) {
      return new KeyBackup(bytes);
    }
    if (bytes[0] == DerFile.SEQUENCE && content[0] == DerFile.SEQUENCE) {
      return new DerFile(passphrase, name).read(content);
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.contains("-----BEGIN ")) {
      return new PemFile(passphrase).read(text);
    }
    return armoured(text, passphrase, name);
  }

  private static KeyFile armoured(String text, Passphrase passphrase, Optional<String> name)
      throws KeyFileRefused {
    if (text.length() < LEAST_BASE64 || !BASE64.matcher(text).matches()) {
      throw Refusals.unknown();
    }
    byte[] inside;
    try {
      inside =
          Base64.getUrlDecoder()
              .decode(text.replaceAll("\\s", "").replace('+', '-').replace('/', '_'));
    } catch (IllegalArgumentException _) {
      throw Refusals.unknown();
    }
    try {
      return inside[0] == DerFile.SEQUENCE
          ? new DerFile(passphrase, name).read(inside)
          : new KeyBackup(inside);
    } finally {
      Arrays.fill(inside, (byte) 0);
    }
  }

  private static boolean startsWith(byte[] bytes, String mark) {
    byte[] wanted = mark.getBytes(StandardCharsets.US_ASCII);
    return bytes.length > wanted.length
        && Arrays.equals(bytes, 0, wanted.length, wanted, 0, wanted.length);
  }

  /** Without blanks around it and without a byte order mark. */
  private static byte[] trimmed(byte[] content) {
    int from = startsWithByteOrderMark(content) ? 3 : 0;
    int to = content.length;
    while (from < to && isBlank(content[from])) {
      from++;
    }
    while (from < to && isBlank(content[to - 1])) {
      to--;
    }
    return Arrays.copyOfRange(content, from, to);
  }

  private static boolean startsWithByteOrderMark(byte[] content) {
    return content.length >= 3
        && content[0] == (byte) 0xEF
        && content[1] == (byte) 0xBB
        && content[2] == (byte) 0xBF;
  }

  private static boolean isBlank(byte one) {
    return one == ' ' || one == '\n' || one == '\r' || one == '\t';
  }
}
