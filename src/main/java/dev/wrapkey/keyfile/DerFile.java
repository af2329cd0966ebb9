package dev.wrapkey.keyfile;

import dev.wrapkey.language.Phrases;
import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;

/** A file in ASN.1: which structure it is shows in its first elements. */
final class DerFile {

  static final byte SEQUENCE = 0x30;

  private static final String KIND = "der";
  private static final int PKCS1_ELEMENTS = 9;

  private final Passphrase passphrase;
  private final Optional<String> name;

  DerFile(Passphrase passphrase, Optional<String> name) {
    this.passphrase = passphrase;
    this.name = name;
  }

  KeyFile read(byte[] content) throws KeyFileRefused {
    try {
      return read(content, parse(content));
    } catch (IOException
        | IllegalArgumentException
        | IllegalStateException
        | ClassCastException
        | ArithmeticException
        | ArrayIndexOutOfBoundsException
        | java.util.NoSuchElementException _) {
      throw Refusals.damaged(KIND);
    }
  }

  /** A text may begin with the same character, but hardly with a length that fits. */
  private static ASN1Sequence parse(byte[] content) throws KeyFileRefused, IOException {
    boolean fits = content.length > 1 && (content[1] < 0 || content[1] == content.length - 2);
    if (!fits) {
      throw Refusals.unknown();
    }
    ASN1Sequence all = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(content));
    if (all.size() < 2) {
      throw Refusals.unknown();
    }
    return all;
  }

  private KeyFile read(byte[] content, ASN1Sequence all) throws KeyFileRefused, IOException {
    ASN1Encodable first = all.getObjectAt(0);
    ASN1Encodable second = all.getObjectAt(1);
    if (first instanceof ASN1Integer) {
      if (second instanceof ASN1OctetString) {
        var parameters = ECPrivateKey.getInstance(all).getParametersObject();
        throw Refusals.ellipticCurve(
            parameters == null
                ? Phrases.say("keyfile.curve.unnamed")
                : PrivateKeys.curve(parameters));
      }
      if (second instanceof ASN1Integer && all.size() >= PKCS1_ELEMENTS) {
        return RsaMaterial.of(RSAPrivateKey.getInstance(all));
      }
      if (second instanceof ASN1Integer) {
        throw all.size() == 2 ? Refusals.publicKeyOnly() : Refusals.noKey();
      }
      return numbered(all);
    }
    return unnumbered(content, all);
  }

  private KeyFile numbered(ASN1Sequence all) throws KeyFileRefused, IOException {
    boolean isKey = all.size() >= 3 && all.getObjectAt(2) instanceof ASN1OctetString;
    return isKey
        ? PrivateKeys.rsa(PrivateKeyInfo.getInstance(all))
        : new Pkcs12File(passphrase, name).read(Pfx.getInstance(all));
  }

  private KeyFile unnumbered(byte[] content, ASN1Sequence all) throws KeyFileRefused, IOException {
    ASN1Encodable second = all.getObjectAt(1);
    if (isAlgorithm(all.getObjectAt(0)) && second instanceof ASN1OctetString) {
      return SealedKey.open(content, passphrase, KIND);
    }
    if (isAlgorithm(all.getObjectAt(0)) && second instanceof ASN1BitString) {
      throw Refusals.publicKeyOnly();
    }
    if (all.size() == 3 && isAlgorithm(second) && all.getObjectAt(2) instanceof ASN1BitString) {
      throw Refusals.certificateOnly();
    }
    throw Refusals.unknown();
  }

  private static boolean isAlgorithm(ASN1Encodable element) {
    return element instanceof ASN1Sequence sequence
        && sequence.size() > 0
        && sequence.getObjectAt(0) instanceof ASN1ObjectIdentifier;
  }
}
