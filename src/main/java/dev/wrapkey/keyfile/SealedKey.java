package dev.wrapkey.keyfile;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;

/**
 * A PKCS #8 key that is encrypted by a password: PBES2 with PBKDF2 or scrypt, and the older schemes
 * of PKCS #5 and PKCS #12 (RFC 8018, January 2017; RFC 7292, July 2014, appendix C).
 */
final class SealedKey {

  // Not registered with the JDK, and made once: it lists its thousands of algorithms each time.
  private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

  private SealedKey() {}

  static RsaMaterial open(byte[] encoded, Passphrase passphrase, String kind)
      throws KeyFileRefused, IOException {
    if (passphrase.isEmpty()) {
      throw Refusals.passwordMissing();
    }
    PKCS8EncryptedPrivateKeyInfo sealed;
    try {
      sealed = new PKCS8EncryptedPrivateKeyInfo(encoded);
    } catch (IOException | IllegalArgumentException | ClassCastException _) {
      throw Refusals.damaged(kind);
    }
    return open(sealed, passphrase.characters());
  }

  static RsaMaterial open(PKCS8EncryptedPrivateKeyInfo sealed, char[] password)
      throws KeyFileRefused, IOException {
    requireKnown(sealed.getEncryptionAlgorithm());
    try {
      return PrivateKeys.rsa(sealed.decryptPrivateKeyInfo(decryptor(password)));
    } catch (PKCSException failed) {
      throw refusal(failed);
    } catch (IllegalArgumentException
        | IllegalStateException
        | ClassCastException
        | ArithmeticException _) {
      throw Refusals.passwordWrong();
    }
  }

  static InputDecryptorProvider decryptor(char[] password) {
    return new JcePKCSPBEInputDecryptorProviderBuilder()
        .setProvider(BOUNCY_CASTLE)
        .setTryWrongPKCS12Zero(password.length == 0)
        .build(password);
  }

  /** What is encrypted with other means than a password is no matter of the password. */
  static KeyFileRefused refusal(Throwable failed) {
    boolean unknown =
        Stream.iterate(failed, t -> t != null, Throwable::getCause)
            .anyMatch(
                t ->
                    t instanceof NoSuchAlgorithmException
                        || t instanceof OperatorCreationException o
                            && !(o.getCause() instanceof GeneralSecurityException));
    return unknown ? unsupported() : Refusals.passwordWrong();
  }

  /** Refuses what cannot be opened by a password, or not in reasonable time. */
  static void requireKnown(AlgorithmIdentifier scheme) throws KeyFileRefused {
    ASN1ObjectIdentifier type = scheme.getAlgorithm();
    if (!type.equals(PKCSObjectIdentifiers.id_PBES2)
        && !type.on(PKCSObjectIdentifiers.pkcs_12PbeIds)
        && !type.on(PKCSObjectIdentifiers.pkcs_5)) {
      throw unsupported();
    }
    Effort.requireReasonable(scheme);
  }

  private static KeyFileRefused unsupported() {
    return Refusals.unsupported("encryption");
  }
}
