package dev.wrapkey.keyfile;

import dev.wrapkey.keyfile.KeyFileRefused.Reason;
import java.util.List;

/** The sentences. */
final class Refusals {

  private Refusals() {}

  static KeyFileRefused unreadable() {
    return new KeyFileRefused(Reason.UNREADABLE, "The file cannot be read.");
  }

  static KeyFileRefused empty() {
    return new KeyFileRefused(Reason.EMPTY, "The file is empty.");
  }

  static KeyFileRefused tooBig() {
    return new KeyFileRefused(
        Reason.TOO_BIG,
        "The file is larger than %d KiB. That is no key file.".formatted(KeyFiles.MOST_KIB));
  }

  static KeyFileRefused unknown() {
    return new KeyFileRefused(
        Reason.UNKNOWN,
        "This is no key file that Wrapkey knows. It reads PEM, PKCS#12 (.pfx), PKCS#8 and PKCS#1"
            + " keys, backups of Key Vault and .byok transfer files.");
  }

  static KeyFileRefused damaged(String what) {
    return new KeyFileRefused(
        Reason.DAMAGED, "The file is %s, but it is damaged or incomplete.".formatted(what));
  }

  static KeyFileRefused passwordMissing() {
    return new KeyFileRefused(
        Reason.PASSWORD_MISSING, "The key is protected by a password. Enter it.");
  }

  static KeyFileRefused passwordWrong() {
    return new KeyFileRefused(Reason.PASSWORD_WRONG, "The password does not open this file.");
  }

  static KeyFileRefused publicKeyOnly() {
    return new KeyFileRefused(
        Reason.PUBLIC_KEY_ONLY,
        "The file holds a public key only. An import needs the private key that belongs to it.");
  }

  static KeyFileRefused noPublicKey() {
    return new KeyFileRefused(
        Reason.UNKNOWN, "There is no RSA public key in the file of the key exchange key.");
  }

  static KeyFileRefused certificateOnly() {
    return new KeyFileRefused(
        Reason.CERTIFICATE_ONLY,
        "The file holds a certificate only. An import needs the private key that belongs to it.");
  }

  static KeyFileRefused noKey() {
    return new KeyFileRefused(
        Reason.UNKNOWN, "The file is of a known kind, but there is no key in it.");
  }

  static KeyFileRefused ellipticCurve(String curve) {
    return new KeyFileRefused(
        Reason.ELLIPTIC_CURVE,
        ("The key is an elliptic curve key (%s). A key vault can hold it, but the data encryption"
                + " of a server takes RSA keys only.")
            .formatted(curve));
  }

  static KeyFileRefused otherType(String type) {
    return new KeyFileRefused(
        Reason.OTHER_KEY_TYPE,
        "The key is of type %s. The data encryption of a server takes RSA keys only."
            .formatted(type));
  }

  static KeyFileRefused rsaSize(int bits) {
    return new KeyFileRefused(
        Reason.RSA_SIZE,
        "The RSA key has %d bits. It must have 2048, 3072 or 4096.".formatted(bits));
  }

  static KeyFileRefused notAPair() {
    return new KeyFileRefused(
        Reason.NOT_A_PAIR, "The numbers of this RSA key do not belong together.");
  }

  static KeyFileRefused several(List<String> names) {
    return new KeyFileRefused(
        Reason.SEVERAL_KEYS,
        "The file holds %d private keys%s. Say which one to import."
            .formatted(names.size(), names.isEmpty() ? "" : ": " + String.join(", ", names)),
        names);
  }

  static KeyFileRefused severalInPem(int count) {
    return new KeyFileRefused(
        Reason.SEVERAL_KEYS,
        "The file holds %d private keys. Put the one to import into a file of its own."
            .formatted(count));
  }

  static KeyFileRefused noSuchName(List<String> names) {
    return new KeyFileRefused(
        Reason.NO_SUCH_NAME,
        "None of the private keys in the file has this name. There is: %s."
            .formatted(String.join(", ", names)),
        names);
  }

  static KeyFileRefused unsupported(String what) {
    return new KeyFileRefused(Reason.UNSUPPORTED, what);
  }
}
