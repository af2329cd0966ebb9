package dev.wrapkey.azure;

import dev.wrapkey.keyfile.KeyFileRefused;
import dev.wrapkey.keyfile.KeyFiles;
import dev.wrapkey.keyfile.Passphrase;
import dev.wrapkey.keyfile.RsaMaterial;
import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The certificate that a service principal signs in with: a PEM or PKCS #12 file with certificate
 * and private key.
 *
 * @param file named in every refusal; the password in none
 * @param password empty if the file has none
 */
record CertificateFile(Path file, Secret password) {

  private static final String BEGIN = "-----BEGIN ";
  private static final byte[] NEW_LINE = {'\n'};
  private static final int LINE = 64;

  /**
   * Certificate and plain private key as PEM, the one form that the SDK takes without a password.
   *
   * @throws CloudFailure INVALID with a sentence
   */
  byte[] pem() {
    RsaMaterial key = key();
    List<Certificate> chain = new ArrayList<>(certificates());
    Certificate own =
        chain.stream()
            .filter(c -> c.getPublicKey().equals(key.publicKey()))
            .findFirst()
            .orElseThrow(() -> refused("CertificateMissing", "missing"));
    chain.remove(own);
    chain.addFirst(own);
    StringBuilder pem = new StringBuilder();
    append(pem, "PRIVATE KEY", key.key().getEncoded());
    try {
      for (Certificate each : chain) {
        append(pem, "CERTIFICATE", each.getEncoded());
      }
    } catch (GeneralSecurityException _) {
      throw refused("CertificateUnreadable", "one");
    }
    return pem.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static void append(StringBuilder pem, String what, byte[] content) {
    pem.append(BEGIN)
        .append(what)
        .append("-----\n")
        .append(Base64.getMimeEncoder(LINE, NEW_LINE).encodeToString(content))
        .append("\n-----END ")
        .append(what)
        .append("-----\n");
  }

  private RsaMaterial key() {
    try (Passphrase passphrase = Passphrase.of(password.reveal().toCharArray())) {
      if (KeyFiles.read(file, passphrase, Optional.empty()) instanceof RsaMaterial key) {
        return key;
      }
      throw refused("CertificateUnreadable", "none");
    } catch (KeyFileRefused refusal) {
      throw new CloudFailure(
          CloudFailure.Kind.INVALID,
          code(refusal.reason()),
          Phrases.say("azure.certificate", file, refusal.sentence()),
          "");
    }
  }

  private static String code(KeyFileRefused.Reason reason) {
    return switch (reason) {
      case PASSWORD_MISSING, PASSWORD_WRONG -> "CertificatePassword";
      case CERTIFICATE_ONLY, PUBLIC_KEY_ONLY -> "CertificateWithoutKey";
      case ELLIPTIC_CURVE, OTHER_KEY_TYPE, RSA_SIZE, NOT_A_PAIR -> "CertificateKeyUnfit";
      default -> "CertificateUnreadable";
    };
  }

  private Collection<? extends Certificate> certificates() {
    try {
      byte[] content = Files.readAllBytes(file);
      String text = new String(content, StandardCharsets.ISO_8859_1);
      return text.contains(BEGIN) ? ofPem(text) : ofPkcs12(content);
    } catch (IOException | GeneralSecurityException _) {
      throw refused("CertificateUnreadable", "unreadable");
    }
  }

  private static Collection<? extends Certificate> ofPem(String text)
      throws GeneralSecurityException {
    StringBuilder blocks = new StringBuilder();
    for (String block : text.split("(?=" + BEGIN + "CERTIFICATE-----)")) {
      int end = block.indexOf("-----END CERTIFICATE-----");
      if (block.startsWith(BEGIN + "CERTIFICATE-----") && end > 0) {
        blocks.append(block, 0, end).append("-----END CERTIFICATE-----\n");
      }
    }
    byte[] plain = blocks.toString().getBytes(StandardCharsets.ISO_8859_1);
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(new ByteArrayInputStream(plain));
  }

  private Collection<Certificate> ofPkcs12(byte[] content)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(content), password.reveal().toCharArray());
    List<Certificate> found = new ArrayList<>();
    for (String alias : java.util.Collections.list(store.aliases())) {
      Certificate[] chain = store.getCertificateChain(alias);
      found.addAll(chain == null ? List.of(store.getCertificate(alias)) : List.of(chain));
    }
    return found.stream().distinct().toList();
  }

  private CloudFailure refused(String code, String words) {
    String said = Phrases.say("azure.certificate." + words, file);
    return new CloudFailure(CloudFailure.Kind.INVALID, code, said, "");
  }
}
