package dev.wrapkey.app;

import dev.wrapkey.cli.Console;
import dev.wrapkey.cli.Practice;
import dev.wrapkey.keyfile.ByokFile;
import dev.wrapkey.keyfile.KeyFileRefused;
import dev.wrapkey.keyfile.KeyFiles;
import dev.wrapkey.keyfile.Passphrase;
import dev.wrapkey.keyfile.PublicKeyFile;
import dev.wrapkey.keyfile.RsaMaterial;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/** Writes transfer files. */
record Wrapping(Console console, SecureRandom random) {

  /**
   * Writes one.
   *
   * @return the exit code
   */
  int write(Practice.Wrap how) {
    try (Passphrase passphrase = passphrase(how.password())) {
      if (KeyFiles.read(how.key(), passphrase, Optional.empty()) instanceof RsaMaterial material) {
        Files.write(
            how.out(),
            ByokFile.wrap(
                material.key(), PublicKeyFile.read(how.exchangeKey()), how.kid(), random));
        console.say("written " + how.out());
        return 0;
      }
      console.complain(how.key() + ": This file is sealed for a key store already.");
    } catch (KeyFileRefused refused) {
      console.complain(how.key() + ", " + how.exchangeKey() + ": " + refused.sentence());
    } catch (IOException unusable) {
      console.complain("The file cannot be read or written: " + unusable.getMessage());
    }
    return 1;
  }

  private static Passphrase passphrase(Optional<Path> file) throws IOException {
    if (file.isEmpty()) {
      return Passphrase.none();
    }
    byte[] bytes = Files.readAllBytes(file.get());
    CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
    int length = 0;
    while (length < text.length() && text.charAt(length) != '\n' && text.charAt(length) != '\r') {
      length++;
    }
    char[] password = new char[length];
    text.get(0, password);
    Arrays.fill(bytes, (byte) 0);
    Arrays.fill(text.array(), '\0');
    return Passphrase.of(password);
  }
}
