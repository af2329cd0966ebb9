package dev.wrapkey.keyfile;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/** The public half of a key exchange key, PEM, as key stores and their tools give it out. */
public final class PublicKeyFile {

  private PublicKeyFile() {}

  /**
   * Reads the file.
   *
   * @throws KeyFileRefused if there is no RSA public key in it
   */
  public static RSAPublicKey read(Path file) throws KeyFileRefused {
    try (InputStream in = Files.newInputStream(file);
        Reader text = new InputStreamReader(in, StandardCharsets.US_ASCII);
        PemReader reader = new PemReader(text)) {
      for (PemObject one = reader.readPemObject(); one != null; one = reader.readPemObject()) {
        if (one.getType().equals("PUBLIC KEY")) {
          return (RSAPublicKey)
              KeyFactory.getInstance("RSA")
                  .generatePublic(new X509EncodedKeySpec(one.getContent()));
        }
      }
    } catch (IOException _) {
      throw Refusals.unreadable();
    } catch (GeneralSecurityException | IllegalStateException _) {
      throw Refusals.noPublicKey();
    }
    throw Refusals.noPublicKey();
  }
}
