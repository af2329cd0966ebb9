package dev.wrapkey.provisioning;

import java.util.regex.Pattern;

/**
 * The rule for names of key vaults (portal specification URI-7): 3 to 24 characters, see {@link
 * #isLegal}.
 */
final class VaultName {

  private static final Pattern LEGAL = Pattern.compile("(?i)(?!.*--)[a-z][a-z0-9-]{1,22}[a-z0-9]");

  private VaultName() {}

  static boolean isLegal(String name) {
    return LEGAL.matcher(name).matches();
  }
}
