package dev.wrapkey.rules;

import dev.wrapkey.provisioning.ResourceId;
import java.util.Optional;

/**
 * The second key of geo-redundant backup: CMK-22.
 *
 * <p>Source: "Data encryption at rest", 2 June 2026: the identity for the geo-redundant backup must
 * be another one than the primary.
 */
public final class GeoKeyCheck {

  private GeoKeyCheck() {}

  /** What is wrong with the two identities together. */
  public static Optional<Finding> identities(ResourceId primary, ResourceId geo) {
    return primary.equals(geo)
        ? Optional.of(RulePack.finding("CMK-22", primary.name()))
        : Optional.empty();
  }
}
