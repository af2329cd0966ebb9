package dev.wrapkey.keyfile;

import dev.wrapkey.language.Phrases;
import java.io.IOException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X962Parameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** What kind of private key a PKCS #8 structure holds (RFC 5958, August 2010). */
final class PrivateKeys {

  private PrivateKeys() {}

  static RsaMaterial rsa(PrivateKeyInfo info) throws KeyFileRefused, IOException {
    AlgorithmIdentifier algorithm = info.getPrivateKeyAlgorithm();
    ASN1ObjectIdentifier type = algorithm.getAlgorithm();
    if (type.equals(PKCSObjectIdentifiers.rsaEncryption)) {
      return RsaMaterial.of(RSAPrivateKey.getInstance(info.parsePrivateKey()));
    }
    if (type.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
      throw Refusals.ellipticCurve(curve(algorithm.getParameters()));
    }
    throw Refusals.otherType(name(type));
  }

  /** The curve's name, as far as it is one with a name. */
  static String curve(ASN1Encodable parameters) {
    X962Parameters of = X962Parameters.getInstance(parameters);
    if (of == null || !of.isNamedCurve()) {
      return Phrases.say("keyfile.curve.own");
    }
    ASN1ObjectIdentifier id = ASN1ObjectIdentifier.getInstance(of.getParameters());
    String name = ECNamedCurveTable.getName(id);
    return name == null ? id.getId() : name;
  }

  private static String name(ASN1ObjectIdentifier type) {
    if (type.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
      return Phrases.say("keyfile.type.pss");
    }
    if (type.equals(EdECObjectIdentifiers.id_Ed25519)) {
      return "Ed25519";
    }
    if (type.equals(EdECObjectIdentifiers.id_X25519)) {
      return "X25519";
    }
    if (type.equals(X9ObjectIdentifiers.id_dsa)) {
      return "DSA";
    }
    return type.getId();
  }
}
