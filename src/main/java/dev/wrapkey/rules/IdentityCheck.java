package dev.wrapkey.rules;

import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Region;
import java.util.Optional;

/**
 * Where an identity lives: CMK-21.
 *
 * <p>Source: "Configure data encryption", 14 July 2026: recommended, not required.
 */
public final class IdentityCheck {

  private IdentityCheck() {}

  /** CMK-21, if the identity is in another region than the server. */
  public static Optional<Finding> check(ManagedIdentity identity, String region) {
    boolean same = Region.shortName(identity.region()).equals(Region.shortName(region));
    return same
        ? Optional.empty()
        : Optional.of(
            RulePack.finding(
                "CMK-21",
                identity.name(),
                RegionNames.display(identity.region()),
                RegionNames.display(region)));
  }
}
