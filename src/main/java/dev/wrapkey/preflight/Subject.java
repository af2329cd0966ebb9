package dev.wrapkey.preflight;

import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.Subscription;
import java.util.Optional;

/**
 * What is to be proven: that a server can be encrypted like this.
 *
 * @param subscription the server's subscription
 * @param region the short name of its region
 * @param pairedRegion the short name of the region of its geo-redundant backup; empty if that is
 *     off
 * @param server the server; one that there is not yet is to be made. Empty if it has no name yet
 * @param encryption how it is to be encrypted
 * @param origin what it is to be copied from, if anything
 */
public record Subject(
    Subscription subscription,
    String region,
    Optional<String> pairedRegion,
    Optional<ResourceId> server,
    DataEncryption encryption,
    Optional<Origin> origin) {

  /** A server that is no copy, or is there already. */
  public Subject(
      Subscription subscription,
      String region,
      Optional<String> pairedRegion,
      Optional<ResourceId> server,
      DataEncryption encryption) {
    this(subscription, region, pairedRegion, server, encryption, Optional.empty());
  }

  /**
   * A server that is to be made.
   *
   * @param pair the paired region of the plan's region, where it has one
   */
  public static Subject of(Plan plan, Optional<String> pair) {
    return new Subject(
        plan.basics().subscription(),
        plan.basics().region(),
        pair.filter(_ -> plan.configuration().backup().geoRedundant()),
        Optional.of(plan.serverId()),
        plan.encryption(),
        plan.origin());
  }

  /**
   * A server as it is.
   *
   * @param pair the paired region of its region, where it has one
   */
  public static Subject of(Server server, Subscription subscription, Optional<String> pair) {
    return new Subject(
        subscription,
        server.region(),
        pair.filter(_ -> server.setup().backup().plan().geoRedundant()),
        Optional.of(server.id()),
        server.encryption());
  }

  /** The same server, encrypted in another way. */
  public Subject with(DataEncryption wanted) {
    return new Subject(subscription, region, pairedRegion, server, wanted, origin);
  }
}
