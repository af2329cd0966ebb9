package dev.wrapkey.keyfile;

import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.bc.BcPEMDecryptorProvider;
import org.bouncycastle.util.encoders.DecoderException;
import org.bouncycastle.util.encoders.Hex;
import org.bouncycastle.util.io.pem.PemHeader;
import org.bouncycastle.util.io.pem.PemObject;

/**
 * {@code Proc-Type: 4,ENCRYPTED} and {@code DEK-Info}: how OpenSSL encrypted keys before PKCS #8.
 */
final class LegacyPem {

  private static final Pattern CIPHERS =
      Pattern.compile("(AES-(128|192|256)|DES-EDE3?|DES|BF)-(CBC|CFB|OFB|ECB)");

  private LegacyPem() {}

  static boolean isEncrypted(PemObject object) {
    return header(object, "Proc-Type").filter(v -> v.endsWith("ENCRYPTED")).isPresent();
  }

  static byte[] decrypt(PemObject object, Passphrase passphrase) throws KeyFileRefused {
    String[] info = header(object, "DEK-Info").orElse("").split(",", -1);
    if (info.length != 2) {
      throw Refusals.damaged("encrypted");
    }
    if (passphrase.isEmpty()) {
      throw Refusals.passwordMissing();
    }
    String cipher = info[0].trim();
    if (!CIPHERS.matcher(cipher).matches()) {
      throw Refusals.unsupported("cipher");
    }
    byte[] content = object.getContent();
    try {
      byte[] vector = Hex.decode(info[1].trim());
      if (vector.length == 0 || content.length % vector.length != 0) {
        throw Refusals.damaged("encrypted");
      }
      return new BcPEMDecryptorProvider(passphrase.characters())
          .get(cipher)
          .decrypt(content, vector);
    } catch (PEMException _) {
      throw Refusals.passwordWrong();
    } catch (DecoderException | IllegalArgumentException _) {
      throw Refusals.damaged("encrypted");
    }
  }

  private static Optional<String> header(PemObject object, String name) {
    for (Object one : object.getHeaders()) {
      if (one instanceof PemHeader header && name.equals(header.getName())) {
        return Optional.ofNullable(header.getValue());
      }
    }
    return Optional.empty();
  }
}
