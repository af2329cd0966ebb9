package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrapkey.keyfile.KeyFileRefused;
import dev.wrapkey.keyfile.TransferBlob;
import dev.wrapkey.simulator.world.Key;
import dev.wrapkey.simulator.world.KeyRefusals;
import dev.wrapkey.simulator.world.KeySafe;
import dev.wrapkey.simulator.world.Refusal;
import dev.wrapkey.simulator.world.Vault;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;

/**
 * A private key as a client imports it (RFC 7517, RFC 7518 §6). A pair whose halves do not fit is
 * refused.
 *
 * @param kind type and size
 * @param given the key itself
 */
record JsonWebKey(Key.Kind kind, KeySafe.Given given) {

  private static final int LEAST_BITS = 1024;
  private static final int MOST_BITS = 4096;

  /**
   * Reads the body of an import.
   *
   * @throws Refusal 400 if there is no complete key in it
   */
  static JsonWebKey read(Vault vault, JsonNode body) {
    JsonNode key = body.path("key");
    String type = Tree.text(key, "kty").replace("-HSM", "");
    boolean hsm =
        vault.isHsm()
            || Tree.text(key, "kty").endsWith("-HSM")
            || Tree.text(body, "Hsm").equals("true")
            || Tree.text(body, "hsm").equals("true");
    String suffix = hsm ? "-HSM" : "";
    try {
      return switch (type) {
        case "RSA" -> rsa(key, "RSA" + suffix);
        case "EC" -> ec(key, "EC" + suffix);
        case "oct" -> symmetric(vault, key);
        default -> throw unfit("kty");
      };
    } catch (GeneralSecurityException | ArithmeticException | ProviderException broken) {
      throw unfit("key");
    }
  }

  /** The transfer file in the body of an import, a key for an HSM. */
  static TransferBlob transfer(JsonNode body) {
    JsonNode key = body.path("key");
    if (!Tree.text(key, "kty").equals("RSA-HSM")) {
      throw unfit("kty");
    }
    try {
      return TransferBlob.read(KeyCalls.bytes(key, "key_hsm"));
    } catch (KeyFileRefused _) {
      throw unfit("key_hsm");
    }
  }

  private static Refusal unfit(String property) {
    return KeyRefusals.badParameter(
        "Property has invalid value\r\n%s: the key cannot be imported.".formatted(property));
  }

  private static JsonWebKey rsa(JsonNode key, String type) throws GeneralSecurityException {
    BigInteger n = number(key, "n");
    BigInteger e = number(key, "e");
    if (n.bitLength() < LEAST_BITS || n.bitLength() > MOST_BITS || e.bitLength() > 64) {
      throw unfit("n");
    }
    KeyFactory factory = KeyFactory.getInstance("RSA");
    PublicKey publicKey = factory.generatePublic(new RSAPublicKeySpec(n, e));
    PrivateKey privateKey =
        factory.generatePrivate(
            new RSAPrivateCrtKeySpec(
                n,
                e,
                number(key, "d"),
                number(key, "p"),
                number(key, "q"),
                number(key, "dp"),
                number(key, "dq"),
                number(key, "qi")));
    return pair(new Key.Kind(type, n.bitLength(), ""), publicKey, privateKey, "SHA256withRSA");
  }

  private static JsonWebKey ec(JsonNode key, String type) throws GeneralSecurityException {
    String curve = KeyOrders.curve(Tree.text(key, "crv"));
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec("secp" + curve.substring(2) + "r1"));
    ECParameterSpec spec = parameters.getParameterSpec(ECParameterSpec.class);
    KeyFactory factory = KeyFactory.getInstance("EC");
    ECPoint point = new ECPoint(number(key, "x"), number(key, "y"));
    int bits = spec.getCurve().getField().getFieldSize();
    if (point.getAffineX().bitLength() > bits
        || point.getAffineY().bitLength() > bits
        || number(key, "d").compareTo(spec.getOrder()) >= 0) {
      throw unfit("key");
    }
    return pair(
        new Key.Kind(type, 0, curve),
        factory.generatePublic(new ECPublicKeySpec(point, spec)),
        factory.generatePrivate(new ECPrivateKeySpec(number(key, "d"), spec)),
        "SHA256withECDSA");
  }

  private static JsonWebKey pair(
      Key.Kind kind, PublicKey publicKey, PrivateKey privateKey, String trial)
      throws GeneralSecurityException {
    byte[] words = {1, 2, 3};
    Signature signature = Signature.getInstance(trial);
    signature.initSign(privateKey);
    signature.update(words);
    byte[] signed = signature.sign();
    signature.initVerify(publicKey);
    signature.update(words);
    if (!signature.verify(signed)) {
      throw unfit("key");
    }
    return new JsonWebKey(
        kind,
        new KeySafe.Given(
            publicKey.getAlgorithm(), publicKey.getEncoded(), privateKey.getEncoded()));
  }

  private static JsonWebKey symmetric(Vault vault, JsonNode key) {
    byte[] bytes = KeyCalls.bytes(key, "k");
    if (!vault.isHsm() || (bytes.length != 16 && bytes.length != 24 && bytes.length != 32)) {
      throw unfit("k");
    }
    return new JsonWebKey(
        new Key.Kind("oct-HSM", bytes.length * 8, ""),
        new KeySafe.Given("AES", new byte[0], bytes));
  }

  private static BigInteger number(JsonNode key, String name) {
    byte[] bytes = KeyCalls.bytes(key, name);
    if (bytes.length == 0) {
      throw unfit(name);
    }
    return new BigInteger(1, bytes);
  }
}
