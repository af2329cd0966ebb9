package dev.wrapkey.keyfile;

import dev.wrapkey.keyfile.KeyFileRefused.Reason;
import dev.wrapkey.language.Phrases;
import java.util.List;

/** The sentences. */
final class Refusals {

  private Refusals() {}

  static KeyFileRefused unreadable() {
    return new KeyFileRefused(Reason.UNREADABLE, Phrases.say("keyfile.unreadable"));
  }

  static KeyFileRefused empty() {
    return new KeyFileRefused(Reason.EMPTY, Phrases.say("keyfile.empty"));
  }

  static KeyFileRefused tooBig() {
    return new KeyFileRefused(Reason.TOO_BIG, Phrases.say("keyfile.big", KeyFiles.MOST_KIB));
  }

  static KeyFileRefused unknown() {
    return new KeyFileRefused(Reason.UNKNOWN, Phrases.say("keyfile.unknown"));
  }

  /**
   * Of a known kind, but not whole.
   *
   * @param kind {@code der}, {@code pem}, {@code encrypted} or {@code byok}
   */
  static KeyFileRefused damaged(String kind) {
    return new KeyFileRefused(Reason.DAMAGED, Phrases.say("keyfile.damaged." + kind));
  }

  static KeyFileRefused passwordMissing() {
    return new KeyFileRefused(Reason.PASSWORD_MISSING, Phrases.say("keyfile.password.missing"));
  }

  static KeyFileRefused passwordWrong() {
    return new KeyFileRefused(Reason.PASSWORD_WRONG, Phrases.say("keyfile.password.wrong"));
  }

  static KeyFileRefused publicKeyOnly() {
    return new KeyFileRefused(Reason.PUBLIC_KEY_ONLY, Phrases.say("keyfile.public"));
  }

  static KeyFileRefused noPublicKey() {
    return new KeyFileRefused(Reason.UNKNOWN, Phrases.say("keyfile.public.none"));
  }

  static KeyFileRefused certificateOnly() {
    return new KeyFileRefused(Reason.CERTIFICATE_ONLY, Phrases.say("keyfile.certificate"));
  }

  static KeyFileRefused noKey() {
    return new KeyFileRefused(Reason.UNKNOWN, Phrases.say("keyfile.none"));
  }

  static KeyFileRefused ellipticCurve(String curve) {
    return new KeyFileRefused(Reason.ELLIPTIC_CURVE, Phrases.say("keyfile.curve", curve));
  }

  static KeyFileRefused otherType(String type) {
    return new KeyFileRefused(Reason.OTHER_KEY_TYPE, Phrases.say("keyfile.type", type));
  }

  static KeyFileRefused rsaSize(int bits) {
    return new KeyFileRefused(Reason.RSA_SIZE, Phrases.say("keyfile.bits", String.valueOf(bits)));
  }

  static KeyFileRefused notAPair() {
    return new KeyFileRefused(Reason.NOT_A_PAIR, Phrases.say("keyfile.pair"));
  }

  static KeyFileRefused several(List<String> names) {
    return new KeyFileRefused(
        Reason.SEVERAL_KEYS,
        names.isEmpty()
            ? Phrases.say("keyfile.several", names.size())
            : Phrases.say("keyfile.several.names", names.size(), String.join(", ", names)),
        names);
  }

  static KeyFileRefused severalInPem(int count) {
    return new KeyFileRefused(Reason.SEVERAL_KEYS, Phrases.say("keyfile.several.pem", count));
  }

  static KeyFileRefused noSuchName(List<String> names) {
    return new KeyFileRefused(
        Reason.NO_SUCH_NAME, Phrases.say("keyfile.name", String.join(", ", names)), names);
  }

  static KeyFileRefused unsupported(String what, Object... places) {
    return new KeyFileRefused(
        Reason.UNSUPPORTED, Phrases.say("keyfile.unsupported." + what, places));
  }
}
