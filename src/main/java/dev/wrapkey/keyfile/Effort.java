package dev.wrapkey.keyfile;

import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * How much work a file asks for before its password can be tried. The file says so itself, and a
 * hostile one could keep the program busy for days.
 */
final class Effort {

  /** Three times what is recommended at present; under three seconds. */
  private static final BigInteger MOST_ROUNDS = BigInteger.valueOf(2_000_000);

  /** Of scrypt, in bytes of memory: 128 times cost times block size. */
  private static final BigInteger MOST_MEMORY = BigInteger.valueOf(256L * 1024 * 1024);

  private Effort() {}

  /** Of an encryption by password. */
  static void requireReasonable(AlgorithmIdentifier scheme) throws KeyFileRefused {
    ASN1ObjectIdentifier type = scheme.getAlgorithm();
    ASN1Encodable parameters = scheme.getParameters();
    if (type.equals(PKCSObjectIdentifiers.id_PBES2)) {
      var derivation = PBES2Parameters.getInstance(parameters).getKeyDerivationFunc();
      if (derivation.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)) {
        requireRounds(PBKDF2Params.getInstance(derivation.getParameters()).getIterationCount());
      } else if (derivation.getAlgorithm().equals(MiscObjectIdentifiers.id_scrypt)) {
        requireScrypt(ScryptParams.getInstance(derivation.getParameters()));
      }
    } else {
      requireRounds(PKCS12PBEParams.getInstance(parameters).getIterations());
    }
  }

  static void requireRounds(BigInteger rounds) throws KeyFileRefused {
    if (rounds.compareTo(MOST_ROUNDS) > 0) {
      throw tooMuch();
    }
  }

  private static void requireScrypt(ScryptParams scrypt) throws KeyFileRefused {
    BigInteger memory = scrypt.getCostParameter().multiply(scrypt.getBlockSize()).shiftLeft(7);
    if (memory.multiply(scrypt.getParallelizationParameter()).compareTo(MOST_MEMORY) > 0) {
      throw tooMuch();
    }
  }

  private static KeyFileRefused tooMuch() {
    return Refusals.unsupported("effort");
  }
}
