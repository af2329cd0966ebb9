package dev.wrapkey.keyfile;

import dev.wrapkey.language.Phrases;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/**
 * Text with {@code -----BEGIN} lines (RFC 7468, April 2015; the older form with headers after RFC
 * 1421, as OpenSSL writes it). What stands beside the private key is passed over.
 */
final class PemFile {

  private static final String KIND = "pem";
  private static final Set<String> PRIVATE =
      Set.of("PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY");

  private final Passphrase passphrase;

  PemFile(Passphrase passphrase) {
    this.passphrase = passphrase;
  }

  KeyFile read(String text) throws KeyFileRefused {
    List<PemObject> keys = new ArrayList<>();
    Set<String> beside = new HashSet<>();
    for (PemObject object : objects(text)) {
      if (PRIVATE.contains(object.getType())) {
        keys.add(object);
      } else {
        beside.add(object.getType());
      }
    }
    if (keys.size() > 1) {
      throw Refusals.severalInPem(keys.size());
    }
    if (keys.isEmpty()) {
      throw without(beside);
    }
    return read(keys.getFirst());
  }

  private static List<PemObject> objects(String text) throws KeyFileRefused {
    List<PemObject> found = new ArrayList<>();
    try (PemReader reader = new PemReader(new StringReader(text))) {
      for (PemObject one = reader.readPemObject(); one != null; one = reader.readPemObject()) {
        found.add(one);
      }
    } catch (IOException | IllegalStateException | IllegalArgumentException _) {
      throw Refusals.damaged(KIND);
    }
    return found;
  }

  private static KeyFileRefused without(Set<String> found) {
    if (found.stream().anyMatch(t -> t.equals("OPENSSH PRIVATE KEY"))) {
      return Refusals.unsupported("openssh", "ssh-keygen -p -m PEM -f FILE");
    }
    if (found.stream().anyMatch(t -> t.endsWith("PRIVATE KEY"))) {
      return Refusals.otherType(
          found.stream().filter(t -> t.endsWith("PRIVATE KEY")).findFirst().orElse(""));
    }
    if (found.stream().anyMatch(t -> t.endsWith("CERTIFICATE"))) {
      return Refusals.certificateOnly();
    }
    return found.stream().anyMatch(t -> t.endsWith("PUBLIC KEY"))
        ? Refusals.publicKeyOnly()
        : Refusals.noKey();
  }

  private KeyFile read(PemObject object) throws KeyFileRefused {
    boolean inner = LegacyPem.isEncrypted(object);
    byte[] content = inner ? LegacyPem.decrypt(object, passphrase) : object.getContent();
    try {
      return switch (object.getType()) {
        case "PRIVATE KEY" -> PrivateKeys.rsa(PrivateKeyInfo.getInstance(content));
        case "ENCRYPTED PRIVATE KEY" -> SealedKey.open(content, passphrase, KIND);
        case "RSA PRIVATE KEY" -> RsaMaterial.of(RSAPrivateKey.getInstance(content));
        default -> throw Refusals.ellipticCurve(curve(ECPrivateKey.getInstance(content)));
      };
    } catch (IOException
        | IllegalArgumentException
        | IllegalStateException
        | ClassCastException
        | ArithmeticException
        | ArrayIndexOutOfBoundsException
        | java.util.NoSuchElementException _) {
      throw inner ? Refusals.passwordWrong() : Refusals.damaged(KIND);
    } finally {
      java.util.Arrays.fill(content, (byte) 0);
    }
  }

  private static String curve(ECPrivateKey key) {
    var parameters = key.getParametersObject();
    return parameters == null
        ? Phrases.say("keyfile.curve.unnamed")
        : PrivateKeys.curve(parameters);
  }
}
