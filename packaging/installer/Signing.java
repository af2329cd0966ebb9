package installer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Who signs macOS's packages and has Apple look at them, by names only: keys and passwords stay in
 * the key chain. Without the names nothing is signed.
 *
 * @param environment where the names come from
 */
public record Signing(Map<String, String> environment) {

  /** Team or user name of the identities "Developer ID Application" and "… Installer". */
  public static final String IDENTITY = "WRAPKEY_MAC_IDENTITY";

  /** The key chain that holds them, if not the standard one. */
  public static final String KEYCHAIN = "WRAPKEY_MAC_KEYCHAIN";

  /** The key chain's profile with the account that notarizes ({@code notarytool}). */
  public static final String NOTARY = "WRAPKEY_MAC_NOTARY_PROFILE";

  /** jpackage's options. */
  public List<String> options() {
    List<String> options = new ArrayList<>();
    if (has(IDENTITY)) {
      options.addAll(List.of("--mac-sign", "--mac-signing-key-user-name", value(IDENTITY)));
      options.addAll(List.of("--mac-entitlements", "packaging/macos/wrapkey.entitlements"));
      if (has(KEYCHAIN)) {
        options.addAll(List.of("--mac-signing-keychain", value(KEYCHAIN)));
      }
    }
    return options;
  }

  /** What signs a library that jpackage does not see; empty where nothing is signed. */
  public List<String> library(Path library) {
    if (!has(IDENTITY)) {
      return List.of();
    }
    List<String> sign = new ArrayList<>(List.of("codesign", "--force", "--options", "runtime"));
    sign.addAll(List.of("--timestamp", "--sign", "Developer ID Application: " + value(IDENTITY)));
    if (has(KEYCHAIN)) {
      sign.addAll(List.of("--keychain", value(KEYCHAIN)));
    }
    sign.add(library.toString());
    return List.copyOf(sign);
  }

  /** What is run after a package has been made: Apple's answer is awaited and fastened to it. */
  public List<List<String>> afterwards(Path made) {
    if (!has(IDENTITY) || !has(NOTARY)) {
      return List.of();
    }
    List<String> submit = new ArrayList<>(List.of("xcrun", "notarytool", "submit"));
    submit.addAll(List.of(made.toString(), "--keychain-profile", value(NOTARY), "--wait"));
    if (has(KEYCHAIN)) {
      submit.addAll(List.of("--keychain", value(KEYCHAIN)));
    }
    return List.of(List.copyOf(submit), List.of("xcrun", "stapler", "staple", made.toString()));
  }

  private boolean has(String name) {
    return !environment.getOrDefault(name, "").isBlank();
  }

  private String value(String name) {
    return environment.get(name);
  }
}
