package dev.wrapkey.keyfile;

import java.util.List;

/**
 * A file that gives no key, with a sentence for the person who chose it. Neither the sentence nor a
 * cause ever holds a part of the file or of a password: there is never a cause.
 */
public final class KeyFileRefused extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** It cannot be opened or read at all. */
    UNREADABLE,
    EMPTY,
    TOO_BIG,
    /** None of the kinds of file that are known. */
    UNKNOWN,
    /** Of a known kind, but cut off or changed. */
    DAMAGED,
    PASSWORD_MISSING,
    PASSWORD_WRONG,
    /** A public key without its private half. */
    PUBLIC_KEY_ONLY,
    /** A certificate without a private key. */
    CERTIFICATE_ONLY,
    /** Legal in a key store, useless for data encryption, which takes RSA only. */
    ELLIPTIC_CURVE,
    /** Neither RSA nor elliptic curve. */
    OTHER_KEY_TYPE,
    /** RSA, but not of 2048, 3072 or 4096 bits. */
    RSA_SIZE,
    /** The numbers of the RSA key contradict each other. */
    NOT_A_PAIR,
    /** Several private keys and nobody said which; see {@link KeyFileRefused#names}. */
    SEVERAL_KEYS,
    /** None of the private keys has the name that was asked for. */
    NO_SUCH_NAME,
    /** Protected or written in a way that this program does not know. */
    UNSUPPORTED
  }

  private final Reason reason;
  private final transient List<String> names;

  KeyFileRefused(Reason reason, String sentence) {
    this(reason, sentence, List.of());
  }

  KeyFileRefused(Reason reason, String sentence, List<String> names) {
    super(sentence);
    this.reason = reason;
    this.names = names;
  }

  public Reason reason() {
    return reason;
  }

  /** What a person is told. */
  public String sentence() {
    return String.valueOf(getMessage());
  }

  /** The names of the keys in the file, where it is about choosing one. */
  public List<String> names() {
    return names == null ? List.of() : names;
  }
}
