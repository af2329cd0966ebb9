package dev.wrapkey.keyfile;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.List;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;

/**
 * An RSA private key of a size that data encryption takes, whose numbers fit each other.
 *
 * <p>Java keeps such numbers in objects that cannot be overwritten; they are gone when nobody holds
 * this object any more and the memory has been used again.
 */
public final class RsaMaterial implements KeyFile {

  /** What Azure Database for PostgreSQL takes (documentation of data encryption, 2 June 2026). */
  static final List<Integer> SIZES = List.of(2048, 3072, 4096);

  private final RSAPrivateCrtKey key;

  private RsaMaterial(RSAPrivateCrtKey key) {
    this.key = key;
  }

  /**
   * Accepts a key.
   *
   * @throws KeyFileRefused if its size is not one of {@link #SIZES} or its numbers do not fit
   */
  public static RsaMaterial of(RSAPrivateCrtKey key) throws KeyFileRefused {
    int bits = key.getModulus().bitLength();
    if (!SIZES.contains(bits)) {
      throw Refusals.rsaSize(bits);
    }
    if (!fits(key)) {
      throw Refusals.notAPair();
    }
    return new RsaMaterial(key);
  }

  /** Reads the structure of PKCS #1 (RFC 8017, November 2016, appendix A.1.2). */
  static RsaMaterial of(RSAPrivateKey from) throws KeyFileRefused {
    int bits = from.getModulus().bitLength();
    if (!SIZES.contains(bits)) {
      throw Refusals.rsaSize(bits);
    }
    if (from.getVersion().signum() != 0) {
      throw Refusals.unsupported("primes");
    }
    RSAPrivateCrtKeySpec spec =
        new RSAPrivateCrtKeySpec(
            from.getModulus(),
            from.getPublicExponent(),
            from.getPrivateExponent(),
            from.getPrime1(),
            from.getPrime2(),
            from.getExponent1(),
            from.getExponent2(),
            from.getCoefficient());
    try {
      return of((RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(spec));
    } catch (GeneralSecurityException _) {
      throw Refusals.notAPair();
    }
  }

  private static boolean fits(RSAPrivateCrtKey key) {
    BigInteger p = key.getPrimeP();
    BigInteger q = key.getPrimeQ();
    BigInteger d = key.getPrivateExponent();
    if (p.signum() <= 0 || q.signum() <= 0 || !p.multiply(q).equals(key.getModulus())) {
      return false;
    }
    BigInteger belowP = p.subtract(BigInteger.ONE);
    BigInteger belowQ = q.subtract(BigInteger.ONE);
    BigInteger identity = key.getPublicExponent().multiply(d);
    return belowP.signum() > 0
        && belowQ.signum() > 0
        && identity.mod(belowP).equals(BigInteger.ONE)
        && identity.mod(belowQ).equals(BigInteger.ONE)
        && d.mod(belowP).equals(key.getPrimeExponentP())
        && d.mod(belowQ).equals(key.getPrimeExponentQ())
        && key.getCrtCoefficient().multiply(q).mod(p).equals(BigInteger.ONE);
  }

  /** The private key itself, to be handed to a key store and to nobody else. */
  public RSAPrivateCrtKey key() {
    return key;
  }

  public RSAPublicKey publicKey() {
    try {
      return (RSAPublicKey)
          KeyFactory.getInstance("RSA")
              .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no RSA", e);
    }
  }

  public int bits() {
    return key.getModulus().bitLength();
  }

  @Override
  public String toString() {
    return "RSA private key, " + bits() + " bits";
  }
}
