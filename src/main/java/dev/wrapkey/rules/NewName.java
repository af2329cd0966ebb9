package dev.wrapkey.rules;

import dev.wrapkey.provisioning.KeyIdentifier;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names of what can be made beside a server: IDNAME-1 for identities, URI-7 for key vaults.
 *
 * <p>Source: "Naming rules and restrictions for Azure resources" (inferred).
 */
public final class NewName {

  private static final Pattern IDENTITY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{2,127}");

  private NewName() {}

  /** The rule that the name of a user-assigned managed identity breaks. */
  public static Optional<Finding> identity(String name) {
    return IDENTITY.matcher(name).matches()
        ? Optional.empty()
        : Optional.of(RulePack.finding("IDNAME-1"));
  }

  /** The rule that the name of a key vault breaks; whether it is free only Azure knows. */
  public static Optional<Finding> vault(String name) {
    boolean plain = Ascii.only(name, c -> Ascii.isLetterOrDigit(c) || c == '-');
    boolean legal =
        plain && KeyIdentifier.parse("https://" + name + ".vault.azure.net/keys/k").isPresent();
    return legal
        ? Optional.empty()
        : Optional.of(
            new Finding("URI-7", RulePack.rule("URI-7").severity(), RulePack.words("URI-7.new")));
  }
}
