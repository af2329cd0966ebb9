package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.cli.Console;
import dev.wrapkey.cli.Practice;
import dev.wrapkey.keyfile.ByokFile;
import dev.wrapkey.keyfile.RsaMaterial;
import dev.wrapkey.keyfile.Samples;
import dev.wrapkey.keyfile.TransferBlob;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrappingTest {

  private static final String KID =
      "https://kv-orders-eastus.vault.azure.net/keys/exchange/0123456789abcdef0123456789abcdef";

  @TempDir private Path folder;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complained = new ByteArrayOutputStream();
  private KeyPair exchange;
  private Path kek;

  @BeforeEach
  void makeExchangeKey() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    exchange = generator.generateKeyPair();
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(exchange.getPublic().getEncoded())
            + "\n-----END PUBLIC KEY-----\n";
    kek = Files.writeString(folder.resolve("kek.pem"), pem);
  }

  private int write(Path key, Optional<Path> password, Path publicKey) {
    Console console = new Console(new PrintStream(said), new PrintStream(complained));
    return new Wrapping(console, new SecureRandom())
        .write(new Practice.Wrap(key, password, publicKey, KID, folder.resolve("out.byok")));
  }

  private Path password(String content) throws Exception {
    return Files.writeString(folder.resolve("password"), content, StandardCharsets.UTF_8);
  }

  @Test
  void theFileOpensWithTheExchangeKey() throws Exception {
    Path key = Samples.lay("modern.pfx", folder);
    assertThat(write(key, Optional.of(password(Samples.PASSWORD + "\r\nmore")), kek)).isZero();
    TransferBlob blob = TransferBlob.read(Files.readAllBytes(folder.resolve("out.byok")));
    assertThat(blob.keyExchangeKey()).isEqualTo(KID);
    RsaMaterial inside = ByokFile.unwrap(blob, exchange.getPrivate()).orElseThrow();
    assertThat(inside.bits()).isEqualTo(2048);
    assertThat(said.toString()).contains("out.byok");
  }

  @Test
  void whatCannotBeWrappedIsRefusedInASentenceAndNothingIsWritten() throws Exception {
    Path key = Samples.lay("modern.pfx", folder);
    assertThat(write(key, Optional.empty(), kek)).isEqualTo(1);
    assertThat(complained.toString()).contains("protected by a password");
    assertThat(write(key, Optional.of(password("Canary-1177")), kek)).isEqualTo(1);
    assertThat(complained.toString()).contains("does not open").doesNotContain("Canary");
    assertThat(write(Samples.lay("plain.pem", folder), Optional.empty(), key)).isEqualTo(1);
    assertThat(complained.toString()).contains("no RSA public key");
    assertThat(write(folder.resolve("absent"), Optional.empty(), kek)).isEqualTo(1);
    assertThat(folder.resolve("out.byok")).doesNotExist();
  }
}
