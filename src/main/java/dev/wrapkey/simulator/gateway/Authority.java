package dev.wrapkey.simulator.gateway;

import dev.wrapkey.simulator.PracticeCloud;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The gateway's own certificate authority. It is made once; its private key lies in the practice
 * cloud's state, sealed like the keys of vaults. It may certify the gateway's host names and no
 * other. The certificate that serves is made at every start and its key never leaves the memory.
 */
final class Authority {

  private static final Duration LIFE = Duration.ofDays(3650);
  private static final Duration SERVING = Duration.ofDays(90);
  private static final Duration EARLIER = Duration.ofDays(1);
  private static final X500Name NAME = new X500Name("CN=Wrapkey practice cloud,O=Wrapkey practice");
  private static final String SIGNATURE = "SHA256withECDSA";
  private static final char[] IN_MEMORY = new char[0];

  private final X509Certificate certificate;
  private final PrivateKey key;
  private final SecureRandom random;
  private final Instant now;

  private Authority(X509Certificate certificate, PrivateKey key, SecureRandom random, Instant now) {
    this.certificate = certificate;
    this.key = key;
    this.random = random;
    this.now = now;
  }

  /**
   * The authority of a practice cloud, made if there is none.
   *
   * @param now by the wall clock, which clients check certificates against
   */
  static Authority of(PracticeCloud cloud, SecureRandom random, Instant now)
      throws GeneralSecurityException {
    String[] kept =
        cloud.keepsake("gatewayAuthority", () -> text(made(random, now))).split("\\s", 2);
    PrivateKey key =
        KeyFactory.getInstance("EC")
            .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(kept[0])));
    byte[] bytes = Base64.getDecoder().decode(kept[1]);
    X509Certificate certificate =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(bytes));
    return new Authority(certificate, key, random, now);
  }

  /** Has loaded what {@link #context} needs, by one that nobody ever sees. */
  static void warmUp(SecureRandom random, Instant now) {
    Made made = made(random, now);
    try {
      new Authority(made.certificate(), made.keys().getPrivate(), random, now).context();
    } catch (GeneralSecurityException | IOException missing) {
      throw new IllegalStateException("every JDK has ECDSA", missing);
    }
  }

  private static String text(Made made) {
    try {
      return base64(made.keys().getPrivate().getEncoded())
          + " "
          + base64(made.certificate().getEncoded());
    } catch (GeneralSecurityException unwritable) {
      throw new IllegalStateException("a certificate just made can be written", unwritable);
    }
  }

  private record Made(KeyPair keys, X509Certificate certificate) {}

  private static Made made(SecureRandom random, Instant now) {
    try {
      KeyPair keys = keys(random);
      X509v3CertificateBuilder builder = builder(NAME, keys, random, now, LIFE);
      JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
      GeneralSubtree[] names =
          Hosts.permitted().stream()
              .map(name -> new GeneralSubtree(new GeneralName(GeneralName.dNSName, name)))
              .toArray(GeneralSubtree[]::new);
      builder
          .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
          .addExtension(
              Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
          .addExtension(Extension.nameConstraints, true, new NameConstraints(names, null))
          .addExtension(
              Extension.subjectKeyIdentifier,
              false,
              ids.createSubjectKeyIdentifier(keys.getPublic()));
      return new Made(keys, signed(builder, keys.getPrivate()));
    } catch (GeneralSecurityException | IOException | OperatorCreationException missing) {
      throw new IllegalStateException("every JDK has ECDSA", missing);
    }
  }

  /** The certificate that clients must trust, as PEM. */
  String pem() throws GeneralSecurityException {
    byte[] newline = "\n".getBytes(StandardCharsets.US_ASCII);
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, newline).encodeToString(certificate.getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }

  /** TLS for all of the gateway's host names. */
  SSLContext context() throws GeneralSecurityException, IOException {
    KeyPair keys = keys(random);
    // PKCS12 would derive a key for a key store that never leaves the memory: a tenth of a second.
    KeyStore store = KeyStore.getInstance("JKS");
    store.load(null, IN_MEMORY);
    store.setKeyEntry(
        "gateway",
        keys.getPrivate(),
        IN_MEMORY,
        new X509Certificate[] {serving(keys), certificate});
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(store, IN_MEMORY);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, random);
    return context;
  }

  private X509Certificate serving(KeyPair keys) throws GeneralSecurityException, IOException {
    X500Name name = new X500Name("CN=Wrapkey practice gateway");
    X509v3CertificateBuilder builder = builder(name, keys, random, now, SERVING);
    JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
    GeneralName[] names =
        Hosts.certified().stream()
            .map(host -> new GeneralName(GeneralName.dNSName, host))
            .toArray(GeneralName[]::new);
    builder
        .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
        .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
        .addExtension(
            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
        .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names))
        .addExtension(
            Extension.authorityKeyIdentifier, false, ids.createAuthorityKeyIdentifier(certificate))
        .addExtension(
            Extension.subjectKeyIdentifier,
            false,
            ids.createSubjectKeyIdentifier(keys.getPublic()));
    try {
      return signed(builder, key);
    } catch (OperatorCreationException missing) {
      throw new IllegalStateException("every JDK has ECDSA", missing);
    }
  }

  private static KeyPair keys(SecureRandom random) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"), random);
    return generator.generateKeyPair();
  }

  private static X509v3CertificateBuilder builder(
      X500Name subject, KeyPair keys, SecureRandom random, Instant now, Duration life) {
    return new JcaX509v3CertificateBuilder(
        NAME,
        new BigInteger(120, random).setBit(119),
        Date.from(now.minus(EARLIER)),
        Date.from(now.plus(life)),
        subject,
        keys.getPublic());
  }

  private static X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey issuer)
      throws GeneralSecurityException, OperatorCreationException {
    return new JcaX509CertificateConverter()
        .getCertificate(builder.build(new JcaContentSignerBuilder(SIGNATURE).build(issuer)));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
