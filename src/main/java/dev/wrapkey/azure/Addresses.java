package dev.wrapkey.azure;

import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.CloudFailure;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Addresses in the form in which they can be asked. */
final class Addresses {

  private static final String ALLOWED = "-._~:/?#[]@!$&'()*+,;=";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Addresses() {}

  /**
   * Percent-encodes what an address may not have. Names of resource groups may have letters beyond
   * ASCII ("Naming rules and restrictions for Azure resources", 2025), and the service for servers
   * leaves the space in where its addresses name a region ({@code locations/East US}, recorded with
   * 2022-12-01 and 2023-06-01-preview).
   */
  static String escaped(String address) {
    StringBuilder escaped = new StringBuilder(address.length());
    byte[] bytes = address.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      char letter = (char) (bytes[i] & 0xff);
      if (letter == '%' ? isEscape(bytes, i) : isAllowed(letter)) {
        escaped.append(letter);
      } else {
        escaped.append('%').append(HEX.toHexDigits(bytes[i]));
      }
    }
    return escaped.toString();
  }

  private static boolean isEscape(byte[] bytes, int at) {
    return at + 2 < bytes.length
        && HexFormat.isHexDigit(bytes[at + 1])
        && HexFormat.isHexDigit(bytes[at + 2]);
  }

  private static boolean isAllowed(char letter) {
    return letter < 0x80 && (Character.isLetterOrDigit(letter) || ALLOWED.indexOf(letter) >= 0);
  }

  /**
   * Where a service refers to. The token goes along with the question, so it is asked of nobody but
   * the service itself.
   *
   * @param address as it came, also without host
   * @param home any address of the service
   * @param code of the failure if it is somebody else's or cannot be read
   */
  static URI referral(String address, String home, String code) {
    URI service = URI.create(home);
    try {
      URI url = service.resolve(URI.create(escaped(address)));
      if (service.getScheme().equals(url.getScheme())
          && service.getHost().equalsIgnoreCase(url.getHost())) {
        return url;
      }
    } catch (IllegalArgumentException unreadable) {
      throw foreign(address, code);
    }
    throw foreign(address, code);
  }

  private static CloudFailure foreign(String address, String code) {
    return new CloudFailure(
        CloudFailure.Kind.SERVICE, code, Phrases.say("azure.elsewhere", address), "");
  }
}
