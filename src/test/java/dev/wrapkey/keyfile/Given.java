package dev.wrapkey.keyfile;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wrapkey.keyfile.KeyFileRefused.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Files and the way to read them. */
final class Given {

  private Given() {}

  /** One of the small files beside the tests, all made by openssl 3.0. */
  static byte[] checkedIn(String name) {
    try (var in = Given.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static KeyFile read(byte[] content, String password) throws KeyFileRefused {
    return read(content, password, "");
  }

  static KeyFile read(byte[] content, String password, String name) throws KeyFileRefused {
    try (Passphrase passphrase = Passphrase.of(password.toCharArray())) {
      return KeyFiles.read(content, passphrase, Optional.of(name).filter(n -> !n.isEmpty()));
    }
  }

  static RsaMaterial rsa(byte[] content, String password) throws KeyFileRefused {
    return (RsaMaterial) read(content, password);
  }

  static KeyFileRefused refused(byte[] content, String password) {
    return catchThrowableOfType(KeyFileRefused.class, () -> read(content, password));
  }

  static Reason reason(byte[] content, String password) {
    KeyFileRefused refused = refused(content, password);
    return refused == null ? null : refused.reason();
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
