package dev.wrapkey.keyfile;

import dev.wrapkey.language.Phrases;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.operator.bc.BcDefaultDigestProvider;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilderProvider;

/** PKCS #12, also called {@code .pfx} (RFC 7292, July 2014). */
final class Pkcs12File {

  /** The empty password, of which there are two: no characters, and only the closing zero. */
  private static final List<char[]> EMPTY = List.of(new char[0], new char[1]);

  private final Passphrase passphrase;
  private final Optional<String> wanted;

  Pkcs12File(Passphrase passphrase, Optional<String> wanted) {
    this.passphrase = passphrase;
    this.wanted = wanted.map(String::strip).filter(w -> !w.isEmpty());
  }

  /**
   * A private key with its name.
   *
   * @param bag {@link PrivateKeyInfo} or {@link PKCS8EncryptedPrivateKeyInfo}
   */
  private record Entry(String name, Object bag) {}

  KeyFile read(Pfx pfx) throws KeyFileRefused, IOException {
    PKCS12PfxPdu file = new PKCS12PfxPdu(pfx);
    char[] password = password(file);
    try {
      Entry entry = choose(entries(file, password));
      return entry.bag() instanceof PKCS8EncryptedPrivateKeyInfo sealed
          ? SealedKey.open(sealed, password)
          : PrivateKeys.rsa((PrivateKeyInfo) entry.bag());
    } catch (PKCSException failed) {
      throw wrongOrMissing(SealedKey.refusal(failed));
    } catch (KeyFileRefused refused) {
      throw wrongOrMissing(refused);
    }
  }

  private KeyFileRefused wrongOrMissing(KeyFileRefused refused) {
    boolean wrong = refused.reason() == KeyFileRefused.Reason.PASSWORD_WRONG;
    return wrong && passphrase.isEmpty() ? Refusals.passwordMissing() : refused;
  }

  private char[] password(PKCS12PfxPdu file) throws KeyFileRefused {
    if (!file.hasMac()) {
      return passphrase.isEmpty() ? new char[1] : passphrase.characters();
    }
    Effort.requireRounds(file.toASN1Structure().getMacData().getIterationCount());
    for (char[] candidate : passphrase.isEmpty() ? EMPTY : List.of(passphrase.characters())) {
      if (opens(file, candidate)) {
        return candidate;
      }
    }
    throw passphrase.isEmpty() ? Refusals.passwordMissing() : Refusals.passwordWrong();
  }

  private static boolean opens(PKCS12PfxPdu file, char[] password) throws KeyFileRefused {
    try {
      return file.isMacValid(
          new BcPKCS12MacCalculatorBuilderProvider(BcDefaultDigestProvider.INSTANCE), password);
    } catch (PKCSException _) {
      throw Refusals.unsupported("mac");
    }
  }

  private static List<Entry> entries(PKCS12PfxPdu file, char[] password)
      throws KeyFileRefused, PKCSException {
    List<Entry> found = new ArrayList<>();
    boolean certificates = false;
    for (ContentInfo info : file.getContentInfos()) {
      for (PKCS12SafeBag bag : bags(info, password)) {
        ASN1ObjectIdentifier type = bag.getType();
        if (type.equals(PKCSObjectIdentifiers.keyBag)
            || type.equals(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag)) {
          found.add(new Entry(name(bag, found.size() + 1), bag.getBagValue()));
        }
        certificates |= type.equals(PKCSObjectIdentifiers.certBag);
      }
    }
    if (found.isEmpty()) {
      throw certificates ? Refusals.certificateOnly() : Refusals.noKey();
    }
    return found;
  }

  private static PKCS12SafeBag[] bags(ContentInfo info, char[] password)
      throws KeyFileRefused, PKCSException {
    if (info.getContentType().equals(PKCSObjectIdentifiers.encryptedData)) {
      SealedKey.requireKnown(EncryptedData.getInstance(info.getContent()).getEncryptionAlgorithm());
      return new PKCS12SafeBagFactory(info, SealedKey.decryptor(password)).getSafeBags();
    }
    if (info.getContentType().equals(PKCSObjectIdentifiers.data)) {
      return new PKCS12SafeBagFactory(info).getSafeBags();
    }
    throw Refusals.unsupported("recipient");
  }

  private Entry choose(List<Entry> entries) throws KeyFileRefused {
    List<String> names = entries.stream().map(Entry::name).toList();
    if (wanted.isEmpty()) {
      if (entries.size() > 1) {
        throw Refusals.several(names);
      }
      return entries.getFirst();
    }
    List<Entry> fitting =
        entries.stream().filter(e -> e.name().equalsIgnoreCase(wanted.get())).toList();
    if (fitting.size() > 1) {
      throw Refusals.several(names);
    }
    if (fitting.isEmpty()) {
      throw Refusals.noSuchName(names);
    }
    return fitting.getFirst();
  }

  private static String name(PKCS12SafeBag bag, int number) {
    Attribute[] attributes = bag.getAttributes();
    String id = Phrases.say("keyfile.nameless", number);
    for (Attribute attribute : attributes == null ? new Attribute[0] : attributes) {
      if (attribute.getAttrValues().size() == 0) {
        continue;
      }
      var value = attribute.getAttributeValues()[0];
      if (attribute.getAttrType().equals(PKCS12SafeBag.friendlyNameAttribute)) {
        return value instanceof ASN1String text ? text.getString() : id;
      }
      if (attribute.getAttrType().equals(PKCS12SafeBag.localKeyIdAttribute)) {
        id = value instanceof ASN1OctetString o ? HexFormat.of().formatHex(o.getOctets()) : id;
      }
    }
    return id;
  }
}
