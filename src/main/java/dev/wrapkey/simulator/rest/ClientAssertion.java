package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.Collection;

/**
 * What an application with a certificate proves itself with: a JSON Web Token that it signed
 * ("Microsoft identity platform application authentication certificate credentials", read on 22
 * November 2026). Its times are the client's wall clock, which the practice clock does not follow,
 * and are not looked at.
 */
record ClientAssertion(String text) {

  static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  private static final int SALT = 32;

  /** Whether it is about an application and signed with the key of a certificate in a PEM text. */
  boolean isBy(String client, String certificates) {
    String[] parts = text.split("\\.");
    try {
      return parts.length == 3
          && isAbout(client, Tree.lenient(decode(parts[1])))
          && isSigned(parts, certificates);
    } catch (IllegalArgumentException | GeneralSecurityException malformed) {
      return false;
    }
  }

  private static boolean isAbout(String client, JsonNode claims) {
    String audience = Tree.text(claims, "aud");
    return client.equalsIgnoreCase(Tree.text(claims, "iss"))
        && client.equalsIgnoreCase(Tree.text(claims, "sub"))
        && audience.startsWith("https://login.microsoftonline.com/")
        && audience.endsWith("/token");
  }

  private static boolean isSigned(String[] parts, String certificates)
      throws GeneralSecurityException {
    String algorithm = Tree.text(Tree.lenient(decode(parts[0])), "alg");
    byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
    byte[] signature = decode(parts[2]);
    for (Certificate known : read(certificates)) {
      Signature check = signature(algorithm);
      check.initVerify(known.getPublicKey());
      check.update(signed);
      if (check.verify(signature)) {
        return true;
      }
    }
    return false;
  }

  private static Signature signature(String algorithm) throws GeneralSecurityException {
    if (algorithm.equals("RS256")) {
      return Signature.getInstance("SHA256withRSA");
    }
    if (!algorithm.equals("PS256")) {
      throw new GeneralSecurityException("neither RS256 nor PS256");
    }
    Signature pss = Signature.getInstance("RSASSA-PSS");
    pss.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, SALT, 1));
    return pss;
  }

  /** The certificates of a PEM text; none for an empty one. */
  static Collection<? extends Certificate> read(String pem) throws GeneralSecurityException {
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
  }

  private static byte[] decode(String part) {
    return Base64.getUrlDecoder().decode(part);
  }
}
